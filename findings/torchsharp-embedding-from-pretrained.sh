#!/usr/bin/env bash
# TorchSharp-cpu 0.107.0: an embedding made by Embedding_from_pretrained lists, saves and trains another table than forward looks up.
#
# With freeze: false the table is to be trained. named_parameters() gives a tensor that is not the table in use: changed through it,
# forward answers as before, and so an optimizer changes nothing and a saved file holds what is not computed with.
#
# Seen: after adding 1 to every listed parameter, the looked-up row is what it was.
cd "$(dirname "${BASH_SOURCE[0]}")" && source ./csharp-program
run_torchsharp <<'CS' | expect $'listed: weight\nlooked up: 0 1 -> 0 1'
using TorchSharp;
using static TorchSharp.torch;
var words = nn.Embedding_from_pretrained(arange(6, ScalarType.Float32).reshape(3, 2), freeze: false);
Console.WriteLine($"listed: {string.Join(" ", words.named_parameters().Select(p => p.name))}");
string Row() => string.Join(" ", words.call(zeros(1, ScalarType.Int64))[0].data<float>().ToArray());
var before = Row();
using (no_grad())
{
    foreach (var (_, parameter) in words.named_parameters())
    {
        parameter.add_(1);
    }
}

Console.WriteLine($"looked up: {before} -> {Row()}");
CS
