using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>What norms sum of weights: these are known by themselves, and taken where the weights lie.</summary>
internal static class WeightMap
{
    /// <summary>Their magnitudes.</summary>
    public static readonly Func<Tensor, Tensor> Magnitude = static weights => weights.abs();

    /// <summary>Their squares.</summary>
    public static readonly Func<Tensor, Tensor> Square = static weights => weights.square();
}
