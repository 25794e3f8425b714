using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>A network around a layer that a clip can make smaller.</summary>
/// <param name="Input">The shape of one sample.</param>
/// <param name="Members">The network's fields and its <c>forward</c>.</param>
internal sealed record ClippableLayer(long[] Input, string Members)
{
    /// <summary>Other types that it uses.</summary>
    public string Others { get; init; } = "";

    /// <summary>The input, where it is made of indices below this number.</summary>
    public long? Words { get; init; }

    /// <summary>Its class, generated.</summary>
    public Generated Generated => Generated.From(ModelSource.Of(Members, others: Others));

    /// <summary>Random inputs.</summary>
    public Tensor MakeInputs(long batch, ScalarType type = ScalarType.Float32)
        => Words is { } words ? randint(words, [batch, .. Input], ScalarType.Int64) : randn([batch, .. Input]).to(type);
}
