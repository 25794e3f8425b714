using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>What any pruning can be followed by: batch normalisation's statistics taken anew, weights left alone.</summary>
internal static class PlainStatistics
{
    // What TorchSharp gives a batch in running statistics.
    private const double Momentum = 0.1;

    /// <summary>The plain mean over batches of each batch's mean and variance.</summary>
    public static void Take(Module<Tensor, Tensor> model, Tensor[] batches)
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        Tensor[] running = [
            .. model.modules().OfType<BatchNorm2d>().SelectMany(static norm => new[] { norm.running_mean!, norm.running_var! })
        ];
        Tensor[] means = [.. running.Select(static statistic => zeros_like(statistic))];
        model.train();
        foreach (var batch in batches)
        {
            // From how far it moved, what the batch's own is.
            Tensor[] before = [.. running.Select(static statistic => statistic.clone())];
            model.call(batch);
            foreach (var (mean, after, was) in means.Zip(running, before))
            {
                mean.add_((after - (was * (1 - Momentum))) / (Momentum * batches.Length));
            }
        }

        foreach (var (statistic, mean) in running.Zip(means))
        {
            statistic.copy_(mean);
        }

        model.eval();
    }
}
