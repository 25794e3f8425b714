using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>A network that tests run, and what a reader of its source would say about its neurons.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Source">A class <c>Tested.Net</c>.</param>
/// <param name="Input">The shape of one sample.</param>
/// <param name="Groups">For each group by its name, where its neurons are taken.</param>
internal sealed record Topology(string Name, string Source, long[] Input, params (string Group, Taken[] By)[] Groups)
{
    /// <summary>The input, where it is made of indices below this number.</summary>
    public long? Words { get; init; }

    /// <summary>The shape of one sample of a second input, where there is one.</summary>
    public long[]? SecondInput { get; init; }

    /// <summary>How large the network is when its groups, in their order, have so many neurons.</summary>
    public required Func<long[], Size> Size { get; init; }

    /// <summary>Random inputs.</summary>
    public Tensor[] MakeInputs(long batch)
    {
        var first = Words is { } words ? randint(words, [batch, .. Input], ScalarType.Int64) : randn([batch, .. Input]);
        return SecondInput is null ? [first] : [first, randn([batch, .. SecondInput])];
    }

    public override string ToString() => Name;
}
