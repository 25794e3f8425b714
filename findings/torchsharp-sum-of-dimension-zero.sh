#!/usr/bin/env bash
# TorchSharp-cpu 0.107.0: x.sum(0) does not sum along dimension 0.
#
# Tensor.sum has no overload for one whole number, and the constant 0 is the one number that C# turns into any enumeration. So
# x.sum(0) is x.sum(ScalarType.Byte): all elements, cast to bytes. x.sum(1) does not compile, x.sum([0]) is what was meant.
#
# Seen: shape [] and type Byte for x.sum(0); shape [3] and type Float32 for x.sum([0]).
cd "$(dirname "${BASH_SOURCE[0]}")" && source ./csharp-program
run_torchsharp <<'CS' | expect $'x.sum(0): [] Byte\nx.sum([0]): [3] Float32'
using static TorchSharp.torch;
var x = ones(2, 3);
Print("x.sum(0)", x.sum(0));
Print("x.sum([0])", x.sum([0]));
static void Print(string what, Tensor y) => Console.WriteLine($"{what}: [{string.Join(", ", y.shape)}] {y.dtype}");
CS
