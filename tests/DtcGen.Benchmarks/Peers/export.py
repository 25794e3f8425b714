"""ONNX export by torch.onnx, into memory: prints the milliseconds of each repetition."""
import argparse
import io
import json
import time
import warnings

import torch

from networks import NETWORKS

options = argparse.ArgumentParser()
options.add_argument("--threads", type=int, required=True)
options.add_argument("--repeats", type=int, required=True)
options.add_argument("--opset", type=int, required=True)
chosen = options.parse_args()
warnings.simplefilter("ignore")
torch.set_num_threads(chosen.threads)
model = NETWORKS["ResNet-56"]().eval()
images = torch.rand(1, 3, 32, 32)


def export(folded):
    # Exported for evaluation, batch normalisation is folded into the convolutions; with the mode preserved, it is not.
    mode = torch.onnx.TrainingMode.EVAL if folded else torch.onnx.TrainingMode.PRESERVE
    stream = io.BytesIO()
    start = time.perf_counter()
    torch.onnx.export(
        model, images, stream, training=mode, opset_version=chosen.opset, input_names=["x"], output_names=["output"],
        dynamic_axes={"x": {0: "batch"}, "output": {0: "batch"}})
    return (time.perf_counter() - start) * 1e3, len(stream.getvalue())


results = {}
for name, folded in (("folded", True), ("not folded", False)):
    runs = [export(folded) for _ in range(chosen.repeats + 1)][1:]
    results[name] = [milliseconds for milliseconds, _ in runs]
    results[name + " bytes"] = [runs[0][1]]
print(json.dumps(results))
