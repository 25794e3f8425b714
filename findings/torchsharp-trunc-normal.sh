#!/usr/bin/env bash
# TorchSharp-cpu 0.107.0: init.trunc_normal_ fills a tensor with few numbers, each many times.
#
# It is to draw from a normal distribution cut at two bounds. Of 100,000 elements drawn, PyTorch's are nearly all distinct.
#
# Seen: the script counts the distinct values among 100,000 and states whether they are fewer than a tenth.
cd "$(dirname "${BASH_SOURCE[0]}")" && source ./csharp-program
run_torchsharp <<'CS' | expect $'trunc_normal_: few\nnormal_: many'
using TorchSharp;
using static TorchSharp.torch;
random.manual_seed(1);
Print("trunc_normal_", nn.init.trunc_normal_(empty(100_000), 0, 1, -2, 2));
Print("normal_", nn.init.normal_(empty(100_000), 0, 1));
static void Print(string what, Tensor x)
    => Console.WriteLine($"{what}: {(x.data<float>().Distinct().Count() < 10_000 ? "few" : "many")}");
CS
