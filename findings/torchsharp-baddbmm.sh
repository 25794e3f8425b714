#!/usr/bin/env bash
# TorchSharp-cpu 0.107.0: baddbmm(a, b, c) multiplies a by b and adds c, where PyTorch multiplies b by c and adds a.
#
# Names and order of the parameters are PyTorch's (input, batch1, batch2), of the static function as of the method. With square
# matrices no error shows it.
#
# Seen, with a = 1, b = 2, c = 10 (1x1 matrices): 12 (1 * 2 + 10) where PyTorch gives 21 (1 + 2 * 10).
cd "$(dirname "${BASH_SOURCE[0]}")" && source ./csharp-program
run_torchsharp <<'CS' | expect $'a.baddbmm(b, c) = 12\ntorch.baddbmm(a, b, c) = 12'
using TorchSharp;
using static TorchSharp.torch;
Tensor Of(float value) => full(new long[] { 1, 1, 1 }, value);
var (a, b, c) = (Of(1), Of(2), Of(10));
Console.WriteLine($"a.baddbmm(b, c) = {a.baddbmm(b, c).item<float>()}");
Console.WriteLine($"torch.baddbmm(a, b, c) = {torch.baddbmm(a, b, c, 1f, 1f).item<float>()}");
CS
