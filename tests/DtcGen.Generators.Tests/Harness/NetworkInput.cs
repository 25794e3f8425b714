using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>What a network takes.</summary>
/// <param name="Shape">The shape of one sample.</param>
/// <param name="Below">Where it is made of indices, the number that they are below.</param>
internal sealed record NetworkInput(long[] Shape, long? Below)
{
    /// <summary>Random samples.</summary>
    public Tensor Make(long batch) => Below is { } below ? randint(below, [batch, .. Shape], ScalarType.Int64) : randn([batch, .. Shape]);
}
