"""200 training steps of a perceptron in PyTorch: prints the seconds of each repetition."""
import argparse
import json
import math
import time

import torch
from torch import nn
from torch.nn import functional as F

BATCH, WIDTH, STEPS = 512, 512, 200


class Training:
    def __init__(self):
        generator = torch.Generator().manual_seed(1)
        self.images = torch.rand(60000, 784, generator=generator)
        self.labels = torch.arange(60000) % 10
        self.w1 = nn.Parameter(torch.empty(WIDTH, 784).normal_(0, math.sqrt(2 / (784 + WIDTH)), generator=generator))
        self.w2 = nn.Parameter(torch.empty(10, WIDTH).normal_(0, math.sqrt(2 / (WIDTH + 10)), generator=generator))

    def seconds(self, steps):
        start = time.perf_counter()
        optimizer = torch.optim.Adam([self.w1, self.w2], 1e-3)
        for step in range(steps):
            at = step % 117 * BATCH
            optimizer.zero_grad()
            output = F.linear(F.relu(F.linear(self.images[at:at + BATCH], self.w1)), self.w2)
            F.cross_entropy(output, self.labels[at:at + BATCH]).backward()
            optimizer.step()
        return time.perf_counter() - start


options = argparse.ArgumentParser()
options.add_argument("--threads", type=int, required=True)
options.add_argument("--repeats", type=int, required=True)
chosen = options.parse_args()
training = Training()
training.seconds(20)

# Beside OpenBLAS's threads, torch's own can cost more than they bring: it gets the number that serves it best.
times = []
for own in sorted({1, chosen.threads}):
    torch.set_num_threads(own)
    times.append((training.seconds(20), own))
torch.set_num_threads(min(times)[1])
print(json.dumps({"training": [training.seconds(STEPS) for _ in range(chosen.repeats)]}))
