using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>
/// Constants whose entries are all one number, as <c>zeros</c> and <c>full</c> make them: of any size, they are that
/// number.
/// </summary>
internal static class Filling
{
    /// <summary>What the recording calls them.</summary>
    public const string Name = "Filled";

    /// <summary>The number, or null when the entries differ or there are none.</summary>
    public static double? Of(Tensor tensor)
    {
        if (tensor.IsInvalid || tensor.numel() == 0 || tensor.ndim == 0)
        {
            return null;
        }

        using var scope = NewDisposeScope();
        var real = tensor.detach().to(ScalarType.Float64);
        var (least, most) = (real.min().item<double>(), real.max().item<double>());
        return least == most ? least : null;
    }
}
