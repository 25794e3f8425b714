using System.Runtime.CompilerServices;
using DtcGen.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>Checks what is generated for a model against a file, and that it compiles, runs and clips.</summary>
internal static class Snapshot
{
    /// <param name="source">A class <c>Tested.Net</c>.</param>
    /// <param name="input">The shape of an input, the batch first.</param>
    public static void Verify(string source, long[] input, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var generated = Generated.From(source);
        Run(LoadedModel.From(generated), input);
        VerifiedFile.Match(generated.Sources.Single().Text, "cs", "_snapshots", file, test);
    }

    /// <summary>Runs a model, and clips a neuron of each of its groups.</summary>
    public static void Run(LoadedModel model, long[] input)
    {
        using var scope = NewDisposeScope();
        using var owned = model;
        model.Module.eval();
        var x = randn(input);
        var before = model.Network.call(x);
        foreach (var group in model.Neurons.Groups)
        {
            var count = model.Neurons.CountNeurons(group);
            var sums = model.Neurons.SumRays(group);
            Assert.Equal((count, count), (sums.Previous.Length, sums.Next.Length));
            model.Neurons.Clip(group, KeepSets.All(count - 1));
            Assert.Equal(count - 1, model.Neurons.CountNeurons(group));
        }

        Assert.Equal(before.shape, model.Network.call(x).shape);
    }
}
