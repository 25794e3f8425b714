"""A pruning step of Torch-Pruning over all groups: prints the milliseconds of each repetition, and the parameters that are left."""
import argparse
import json
import sys
import time

import torch

from networks import NETWORKS

options = argparse.ArgumentParser()
options.add_argument("--threads", type=int, required=True)
options.add_argument("--repeats", type=int, required=True)
options.add_argument("--large-repeats", type=int, required=True)
options.add_argument("--share", type=float, required=True)
options.add_argument("--torch-pruning", required=True)
chosen = options.parse_args()
sys.path.insert(0, chosen.torch_pruning)
import torch_pruning as tp  # noqa: E402

torch.set_num_threads(chosen.threads)
results = {}
for name, make in NETWORKS.items():
    whole, step = [], []
    is_large = make().size > 32
    for repeat in range(-1 if is_large else -2, chosen.large_repeats if is_large else chosen.repeats):
        model = make().eval()
        images = torch.rand(1, 3, model.size, model.size)
        start = time.perf_counter()
        pruner = tp.pruner.BasePruner(
            model, images, importance=tp.importance.GroupMagnitudeImportance(p=2), pruning_ratio=chosen.share, ignored_layers=[model.fc])
        built = time.perf_counter()
        pruner.step()
        end = time.perf_counter()
        if repeat >= 0:
            whole.append((end - start) * 1e3)
            step.append((end - built) * 1e3)
    results[name + " with graph"] = whole
    results[name] = step
    results[name + " parameters"] = [sum(parameter.numel() for parameter in model.parameters())]
print(json.dumps(results))
