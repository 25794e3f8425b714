"""
Torch-Pruning on ResNet-20 with given weights: prunes it in one step to a share of its multiply-adds, by L2 norm, and writes
the weights that are left. Prints the first dimension of each tensor, the multiply-adds before and after, and how far the
network's output on a probe is from what was given with it.
"""
import argparse
import json
import sys

import numpy
import torch

from networks import NETWORKS

options = argparse.ArgumentParser()
options.add_argument("--threads", type=int, required=True)
options.add_argument("--torch-pruning", required=True)
options.add_argument("--folder", required=True, help="with dense.bin, probe.bin and output.bin; pruned.bin is written there")
options.add_argument("--share", type=float, required=True, help="of the multiply-adds that may stay")
chosen = options.parse_args()
sys.path.insert(0, chosen.torch_pruning)
import torch_pruning as tp  # noqa: E402

torch.set_num_threads(chosen.threads)


def read(name):
    return numpy.fromfile(f"{chosen.folder}/{name}", dtype="<f4")


def tensors(model):
    """As a state_dict of TorchSharp has them: all parameters, then all buffers."""
    buffers = [tensor for name, tensor in model.named_buffers() if not name.endswith("num_batches_tracked")]
    return [parameter.data for parameter in model.parameters()] + buffers


def dense():
    model = NETWORKS["ResNet-20"]().eval()
    values, start = read("dense.bin"), 0
    for tensor in tensors(model):
        tensor.copy_(torch.from_numpy(values[start:start + tensor.numel()]).reshape(tensor.shape))
        start += tensor.numel()
    assert start == len(values), "the weights are not of this network"
    return model


image = torch.zeros(1, 3, 32, 32)


def pruned(ratio):
    model = dense()
    tp.pruner.BasePruner(
        model, image, importance=tp.importance.GroupMagnitudeImportance(p=2), pruning_ratio=ratio, ignored_layers=[model.fc]).step()
    return model, tp.utils.count_ops_and_params(model, image)[0]


whole = tp.utils.count_ops_and_params(dense(), image)[0]
low, high = 0.0, 0.95
for _ in range(12):
    middle = (low + high) / 2
    low, high = (low, middle) if pruned(middle)[1] <= chosen.share * whole else (middle, high)
model, left = pruned(high)
numpy.concatenate([tensor.numpy().ravel() for tensor in tensors(model)]).astype("<f4").tofile(f"{chosen.folder}/pruned.bin")
with torch.no_grad():
    output = dense()(torch.from_numpy(read("probe.bin")).reshape(-1, 3, 32, 32)).numpy().ravel()
print(json.dumps({
    "sizes": [tensor.shape[0] for tensor in tensors(model)],
    "multiply-adds": [whole, left],
    "difference": [float(numpy.abs(output - read("output.bin")).max())],
}))
