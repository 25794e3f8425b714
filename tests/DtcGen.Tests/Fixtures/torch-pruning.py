"""Writes torch-pruning.json: which channels Torch-Pruning 1.6.1 removes from a small network, for each norm, combination of layers,
normalisation and ranking, where it removes half of them. Needs torch and torch_pruning. Usage: python3 torch-pruning.py > torch-pruning.json"""
import json

import torch
import torch.nn as nn
import torch_pruning as tp


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.enter = nn.Conv2d(3, 8, 3, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(8)
        self.conv1 = nn.Conv2d(8, 12, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(12)
        self.conv2 = nn.Conv2d(12, 8, 3, padding=1, bias=False)
        self.norm3 = nn.BatchNorm2d(8)
        self.conv3 = nn.Conv2d(8, 10, 3, stride=2)
        self.fc1 = nn.Linear(10 * 2 * 2, 14)
        self.fc2 = nn.Linear(14, 5)

    def forward(self, x):
        x = torch.relu(self.norm1(self.enter(x)))
        y = torch.relu(self.norm2(self.conv1(x)))
        x = torch.relu(x + self.norm3(self.conv2(y)))
        x = torch.relu(self.conv3(x)).flatten(1)
        return self.fc2(torch.relu(self.fc1(x)))


def fill(model):
    """Numbers that any language makes: a linear congruential generator, parameter by parameter."""
    state = 1
    for name, parameter in model.named_parameters():
        values = []
        for _ in range(parameter.numel()):
            state = (1664525 * state + 1013904223) % 2**32
            values.append(state / 2**31 - 1)
        parameter.data = torch.tensor(values, dtype=torch.float64).float().reshape(parameter.shape)
    return model.eval()


cases = []
for norm in (1, 2):
    for combination in ("mean", "sum", "max", "first"):
        for normalization in (None, "mean", "sum", "max", "gaussian"):
            for ranking in ("WithinGroups", "Global", "Isomorphic"):
                model = fill(Net())
                pruner = tp.pruner.MetaPruner(
                    model,
                    torch.randn(2, 3, 5, 5),
                    importance=tp.importance.GroupMagnitudeImportance(
                        p=norm, group_reduction=combination, normalizer=normalization
                    ),
                    global_pruning=ranking != "WithinGroups",
                    isomorphic=ranking == "Isomorphic",
                    pruning_ratio=0.5,
                    ignored_layers=[model.fc2],
                )
                removed = {}
                for group in pruner.step(interactive=True):
                    dependency, channels = group[0]
                    removed[pruner.DG._module2name[dependency.target.module]] = sorted(channels)
                if sum(len(channels) for channels in removed.values()) != 22:
                    # A layer would be left with no channels, and is left alone.
                    continue
                cases.append(
                    {"norm": norm, "combination": combination, "normalization": normalization or "none", "ranking": ranking, "removed": removed}
                )
print("[")
print(",\n".join(json.dumps(case) for case in cases))
print("]")
