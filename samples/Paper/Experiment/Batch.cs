using static TorchSharp.torch;

namespace DtcGen.Samples.Paper;

/// <summary>Some images and their labels.</summary>
/// <param name="Inputs">Shape images × values, float32.</param>
/// <param name="Labels">Shape images, int64.</param>
/// <param name="Classes">The labels again.</param>
internal sealed record Batch(Tensor Inputs, Tensor Labels, long[] Classes) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Inputs.Dispose();
        Labels.Dispose();
    }
}
