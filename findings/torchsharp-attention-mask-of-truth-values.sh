#!/usr/bin/env bash
# TorchSharp-cpu 0.107.0: MultiheadAttention adds a mask of truth values to the scores, as 0 and 1, instead of masking.
#
# In PyTorch a bool attn_mask says which positions may not be attended to. Here true adds 1 to the score, so the position that should
# be hidden gets more weight, without a word. A float mask with -infinity works.
#
# Seen, with three keys that score alike and the last one masked: it gets 0.576 of the weight, e / (e + 2), by the bool mask, and
# nothing by the float mask.
cd "$(dirname "${BASH_SOURCE[0]}")" && source ./csharp-program
run_torchsharp <<'CS' | expect $'bool mask: 0.212 0.212 0.576\nfloat mask: 0.500 0.500 0.000'
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var attention = nn.MultiheadAttention(4, 1);
attention.eval();
var x = zeros(3, 1, 4);
var hidden = tensor(new[] { false, false, true }).expand(3, 3);
Print("bool mask", hidden);
Print("float mask", zeros(3, 3).masked_fill(hidden, float.NegativeInfinity));
void Print(string what, Tensor mask)
    => Console.WriteLine($"{what}: {string.Join(" ", attention.call(x, x, x, null, true, mask).Item2[0, 0].data<float>().Select(w => w.ToString("f3")))}");
CS
