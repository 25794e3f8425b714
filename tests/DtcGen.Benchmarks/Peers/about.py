"""Prints the names and versions that results are labelled with, and fails when something is missing."""
import argparse
import sys


def blas():
    """The library that multiplies matrices: a reference BLAS is several times as slow, so it must be seen."""
    import torch

    torch.rand(8, 8) @ torch.rand(8, 8)
    with open("/proc/self/maps") as maps:
        loaded = maps.read()
    for name, part in (("OpenBLAS", "openblas"), ("MKL", "mkl"), ("BLIS", "blis"), ("ATLAS", "atlas"), ("reference BLAS", "libblas")):
        if part in loaded:
            return name
    return "MKL" if torch.backends.mkl.is_available() else "its own BLAS"


options = argparse.ArgumentParser()
options.add_argument("--torch-pruning")
options.add_argument("--onnx", action="store_true")
chosen = options.parse_args()
if chosen.onnx:
    import onnx

    print(f"onnx {onnx.__version__} (Python)")
    sys.exit()

import torch

name = f"PyTorch {torch.__version__} ({blas()})"
if chosen.torch_pruning:
    sys.path.insert(0, chosen.torch_pruning)
    import torch_pruning
    name = f"Torch-Pruning {torch_pruning.__version__}, {name}"
print(name)
