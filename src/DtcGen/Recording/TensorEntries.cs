using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>Compares what tensors hold.</summary>
internal static class TensorEntries
{
    /// <summary>
    /// Whether two tensors have the same sizes, type and entries; real ones to a share of the largest, not-a-numbers in the same
    /// places.
    /// </summary>
    /// <param name="made">A tensor.</param>
    /// <param name="real">The one that it must be.</param>
    /// <param name="tolerance">The share.</param>
    public static bool AreClose(Tensor made, Tensor real, double tolerance)
    {
        if (made.dtype != real.dtype || !made.shape.SequenceEqual(real.shape))
        {
            return false;
        }

        using var scope = NewDisposeScope();
        if (real.numel() == 0 || !real.is_floating_point())
        {
            return made.equal(real).all().item<bool>();
        }

        var (one, other) = (made.to(ScalarType.Float64), real.to(ScalarType.Float64));
        var scale = other.nan_to_num(0, 0, 0).abs().max().item<double>();
        return one.allclose(other, tolerance, tolerance * scale, equal_nan: true);
    }
}
