using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>A convolution's smaller tensors. Its sizes cannot be changed, so a smaller convolution takes its place.</summary>
/// <param name="slot">Where the convolution sits.</param>
/// <param name="old">The convolution.</param>
internal sealed class PendingConvolution(ModuleSlot slot, Convolution old) : PendingWeights(old.weight, old.bias)
{
    /// <summary>How many groups of channels the smaller convolution has.</summary>
    public long Groups { get; set; } = old.groups;

    /// <inheritdoc/>
    public override void Commit()
    {
        var smaller = ConvolutionFactory.Like(old, Weight.shape[1] * Groups, Weight.shape[0], Groups);
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
