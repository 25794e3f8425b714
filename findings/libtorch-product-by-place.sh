#!/usr/bin/env bash
# TorchSharp-cpu 0.107.0 (libtorch-cpu for Linux, MKL inside): the last digits of a float32 matrix product with few columns depend on
# where in memory its input lies, in multiples of 4 bytes; with MKL_CBWR=AUTO in the environment they do not.
#
# So two runs of one program from one seed can part: a tensor that is made from an array takes the array's place. The results beside
# each other differ in the last bit or two. MKL_CBWR=AUTO, which MKL's documentation lists for equal results on one processor, took
# no measurable time in 200 training steps; COMPATIBLE took twice as long.
#
# Seen on an x86-64 processor with AVX2, 512x97 by 97x10, the input at 32 places one after another: 4 different results; 1 with AUTO.
cd "$(dirname "${BASH_SOURCE[0]}")" && source ./csharp-program
program=$(cat <<'CS'
using TorchSharp;
using static TorchSharp.torch;
const int Samples = 512, Inputs = 97, Places = 32;
random.manual_seed(1);
Tensor weight = randn(10, Inputs).t(), input = randn(Samples * Inputs), memory = zeros(Samples * Inputs + Places);
var results = new HashSet<string>();
for (var place = 0; place < Places; place++)
{
    using var moved = memory.narrow(0, place, Samples * Inputs).copy_(input).reshape(Samples, Inputs);
    using var product = moved.matmul(weight);
    results.Add(Convert.ToHexString(product.bytes));
}

Console.WriteLine(results.Count > 1 ? "the place matters" : "the same everywhere");
CS
)
unset MKL_CBWR
run_torchsharp <<<"$program" | expect 'the place matters'
MKL_CBWR=AUTO run_torchsharp <<<"$program" | expect 'the same everywhere'
