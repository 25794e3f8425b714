using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>A batch normalisation's smaller tensors. Its size cannot be changed, so a smaller one takes its place.</summary>
/// <param name="slot">Where it sits.</param>
/// <param name="old">The normalisation.</param>
internal sealed class PendingBatchNorm(ModuleSlot slot, NormBase old) : IPendingLayer
{
    /// <summary>The channels that stay.</summary>
    public required Tensor Kept { get; init; }

    /// <inheritdoc/>
    public void Commit()
    {
        var smaller = Like(old, Kept.shape[0]);
        if (old.affine)
        {
            smaller.weight = new Parameter(old.weight.index_select(0, Kept), old.weight.requires_grad);
            smaller.bias = new Parameter(old.bias!.index_select(0, Kept), old.bias.requires_grad);
        }

        if (old.track_running_stats)
        {
            smaller.running_mean = old.running_mean!.index_select(0, Kept);
            smaller.running_var = old.running_var!.index_select(0, Kept);
            smaller.num_batches_tracked!.copy_(old.num_batches_tracked!);
        }

        smaller.momentum = old.momentum;
        smaller.train(old.training);
        slot.Put(smaller);
        old.Dispose();
    }

    private static NormBase Like(NormBase old, long channels)
    {
        var (device, dtype) = (old.weight?.device, old.weight?.dtype);
        return old switch
        {
            BatchNorm1d => nn.BatchNorm1d(channels, old.eps, old.momentum ?? 0.1, old.affine, old.track_running_stats, device, dtype),
            BatchNorm2d => nn.BatchNorm2d(channels, old.eps, old.momentum ?? 0.1, old.affine, old.track_running_stats, device, dtype),
            _ => throw new NotSupportedException($"A {old.GetType().Name} cannot be clipped."),
        };
    }
}
