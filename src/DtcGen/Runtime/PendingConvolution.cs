using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>A convolution's smaller tensors. Its sizes cannot be changed, so a smaller convolution takes its place.</summary>
/// <typeparam name="T">The kind of convolution.</typeparam>
/// <param name="slot">Where the convolution sits.</param>
internal sealed class PendingConvolution<T>(ModuleSlot<T> slot) : PendingWeights(slot.Layer.weight, slot.Layer.bias)
    where T : Convolution
{
    /// <summary>How many groups of channels the smaller convolution has.</summary>
    public long Groups { get; set; } = slot.Layer.groups;

    /// <inheritdoc/>
    public override void Commit()
    {
        var old = slot.Layer;
        var smaller = (T)ConvolutionFactory.Like(old, Weight.shape[1] * Groups, Weight.shape[0], Groups);
        smaller.weight = Replacement.Moved(old.weight, Weight);
        if (Bias is not null)
        {
            smaller.bias = Replacement.Moved(old.bias!, Bias);
        }

        smaller.train(old.training);
        slot.Put(smaller);
        old.Dispose();
    }
}
