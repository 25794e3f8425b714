"""The same work in PyTorch, timed: prints one JSON object of seconds (or milliseconds a step) per piece of work."""
import argparse
import gzip
import json
import math
import os
import statistics
import struct
import time

import torch
from torch import nn
from torch.nn import functional as F

BATCH = 512


def parameters(width, seed):
    generator = torch.Generator().manual_seed(seed)
    w1 = torch.empty(width, 784).normal_(0, math.sqrt(2 / (784 + width)), generator=generator)
    w2 = torch.empty(10, width).normal_(0, math.sqrt(2 / (width + 10)), generator=generator)
    return nn.Parameter(w1), nn.Parameter(w2)


def forward(x, w1, w2):
    return F.linear(F.relu(F.linear(x, w1)), w2)


def use_faster(threads, width):
    """Sets torch's own threads, one or all: beside OpenBLAS's they can cost more than they bring, so both are tried."""
    times = []
    for own in sorted({1, threads}):
        torch.set_num_threads(own)
        times.append((batches(width, 10, 1), own))
    torch.set_num_threads(min(times)[1])


def batches(width, count=200, repeats=5):
    images = torch.rand(60000, 784, generator=torch.Generator().manual_seed(1))
    labels = torch.arange(60000) % 10
    w1, w2 = parameters(width, 1)
    optimizer = torch.optim.Adam([w1, w2], 1e-3)

    def train(steps):
        for step in range(steps):
            at = step % 118 * BATCH
            optimizer.zero_grad()
            F.cross_entropy(forward(images[at:at + BATCH], w1, w2), labels[at:at + BATCH]).backward()
            optimizer.step()

    train(20)
    rounds = []
    for _ in range(repeats):
        start = time.perf_counter()
        train(count)
        rounds.append(time.perf_counter() - start)
    return statistics.median(rounds)


def read_idx(folder, name):
    path = os.path.join(folder, name)
    opened = gzip.open(path + ".gz") if os.path.exists(path + ".gz") else open(path, "rb")
    with opened as stream:
        data = stream.read()
    rank = data[3]
    sizes = struct.unpack(">" + "I" * rank, data[4:4 + 4 * rank])
    return torch.frombuffer(bytearray(data[4 + 4 * rank:]), dtype=torch.uint8).reshape(sizes)


def mnist(folder):
    def images(name):
        return (read_idx(folder, name).reshape(-1, 784).float() / 255 - 0.1307) / 0.3081

    return (images("train-images-idx3-ubyte"), read_idx(folder, "train-labels-idx1-ubyte").long(),
            images("t10k-images-idx3-ubyte"), read_idx(folder, "t10k-labels-idx1-ubyte").long())


def series(folder):
    images, labels, test_images, test_labels = mnist(folder)
    start = time.perf_counter()
    w1, w2 = parameters(512, 42424242)
    accuracies = []
    while w1.shape[0] > 10:
        optimizer = torch.optim.Adam([w1, w2], 1e-3)
        for step in range(200):
            at = step % 118 * BATCH
            optimizer.zero_grad()
            output = F.log_softmax(forward(images[at:at + BATCH], w1, w2), 0)
            F.cross_entropy(output, labels[at:at + BATCH]).backward()
            optimizer.step()
        with torch.no_grad():
            neurons = w1.shape[0]
            scores = (w1.double().sum(1) + w2.double().sum(0)).abs()
            kept = scores.argsort()[:math.ceil(0.9 * (neurons - 1))].sort().values
            w1, w2 = nn.Parameter(w1[kept]), nn.Parameter(w2[:, kept])
            right = []
            for at in range(0, len(test_labels), BATCH):
                output = F.log_softmax(forward(test_images[at:at + BATCH], w1, w2), 0)
                right.append((output.argmax(1) == test_labels[at:at + BATCH]).double().mean().item())
            accuracies.append(sum(right) / len(right))
    return time.perf_counter() - start, accuracies


class Block(nn.Module):
    def __init__(self, channels_in, channels_out, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(channels_in, channels_out, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels_out)
        self.conv2 = nn.Conv2d(channels_out, channels_out, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels_out)
        self.shortcut = nn.Identity() if stride == 1 else nn.Sequential(
            nn.Conv2d(channels_in, channels_out, 1, stride, bias=False), nn.BatchNorm2d(channels_out))

    def forward(self, x):
        inner = F.relu(self.bn1(self.conv1(x)))
        return F.relu(self.bn2(self.conv2(inner)) + self.shortcut(x))


def lenet5():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10))


def resnet20():
    sizes = [(16, 16, 1)] * 3 + [(16, 32, 2)] + [(32, 32, 1)] * 2 + [(32, 64, 2)] + [(64, 64, 1)] * 2
    return nn.Sequential(
        nn.Conv2d(3, 16, 3, padding=1, bias=False), nn.BatchNorm2d(16), nn.ReLU(), *[Block(*size) for size in sizes],
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def convolutions(model, size, steps):
    images, labels = torch.rand(128, *size), torch.arange(128) % 10
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    times = []
    for step in range(-(steps // 2) - 3, steps):
        start = time.perf_counter()
        optimizer.zero_grad()
        F.cross_entropy(model(images), labels).backward()
        optimizer.step()
        if step >= 0:
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("work", choices=["batches", "series", "conv"])
    options.add_argument("--threads", type=int, required=True)
    options.add_argument("--data")
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    if chosen.work == "batches":
        seconds = {}
        for width in (512, 45):
            use_faster(chosen.threads, width)
            seconds[str(width)] = batches(width)
        print(json.dumps(seconds))
    elif chosen.work == "conv":
        print(json.dumps({
            "lenet5": convolutions(lenet5(), (1, 28, 28), 100),
            "resnet20": convolutions(resnet20(), (3, 32, 32), 10)}))
    else:
        use_faster(chosen.threads, 512)
        seconds, accuracies = series(chosen.data)
        print(json.dumps({"seconds": seconds, "first": accuracies[0], "last": accuracies[-1]}))


if __name__ == "__main__":
    main()
