using DtcGen.Recording;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>The means and variances that batch normalisations compute with in evaluation mode.</summary>
internal static class NormStatistics
{
    /// <summary>The normalisations of a model that keep statistics.</summary>
    public static IEnumerable<BatchNorm> Of(nn.Module model)
        => model.modules().OfType<BatchNorm>().Where(static norm => norm.running_mean is not null);

    /// <summary>Takes all of a model anew: the plain mean over all batches. What was their memory before is left as it is.</summary>
    public static void Refresh(
        nn.Module model, Calibration calibration, Action<string, int, int?> progress, CancellationToken cancellation)
        => Refresh([.. Of(model)], model, calibration, (batch, number) => batch.RunChecked(model, number), progress, cancellation);

    /// <summary>Takes those of some anew.</summary>
    /// <param name="norms">Some of the model's normalisations.</param>
    /// <param name="model">The model.</param>
    /// <param name="calibration">The batches.</param>
    /// <param name="run">Runs the model on a batch, at least until it has called these.</param>
    /// <param name="progress">Told the stage, and how many batches are done.</param>
    /// <param name="cancellation">Looked at before each batch.</param>
    /// <returns>Those that were called. The others keep what they had.</returns>
    public static IReadOnlyList<BatchNorm> Refresh(
        BatchNorm[] norms,
        nn.Module model,
        Calibration calibration,
        Action<CalibrationBatch, int> run,
        Action<string, int, int?> progress,
        CancellationToken cancellation)
    {
        if (norms.Length == 0)
        {
            return [];
        }

        using var modes = new ModuleModes(model);
        using var guard = no_grad();
        var momenta = Array.ConvertAll(norms, static norm => norm.momentum);
        var before = Array.ConvertAll(norms, static norm => Array.ConvertAll(Buffers(norm), static buffer => buffer.detach()));
        try
        {
            foreach (var norm in norms)
            {
                foreach (var buffer in Buffers(norm))
                {
                    using var fresh = buffer.clone();
                    buffer.set_(fresh);
                }

                norm.reset_running_stats();
                norm.train();

                // Each batch counts the same.
                norm.momentum = null;
            }

            calibration.ForEach(
                (batch, number) =>
                {
                    run(batch, number);
                    progress("statistics", number + 1, null);
                },
                cancellation);
        }
        finally
        {
            foreach (var (norm, momentum) in norms.Zip(momenta))
            {
                norm.momentum = momentum;
            }
        }

        BatchNorm[] called = [.. norms.Where(static norm => norm.num_batches_tracked is not { } count || count.gt(0).item<bool>())];
        foreach (var (norm, entries) in norms.Zip(before).Where(item => !called.Contains(item.First)))
        {
            foreach (var (buffer, kept) in Buffers(norm).Zip(entries))
            {
                buffer.copy_(kept);
            }
        }

        if (Array.Find(norms, static norm => !norm.running_var!.isfinite().all().item<bool>()) is { } bad)
        {
            throw new ArgumentException(
                $"On the calibration batches, the variance of '{ModelName(model, bad)}' is NaN or infinite: a batch needs more than one sample.");
        }

        return called;
    }

    private static Tensor[] Buffers(BatchNorm norm)
        => [.. new[] { norm.running_mean, norm.running_var, norm.num_batches_tracked }.OfType<Tensor>()];

    private static string ModelName(nn.Module model, nn.Module norm)
        => model.named_modules().First(item => ReferenceEquals(item.module, norm)).name;
}
