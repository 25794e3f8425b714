using Microsoft.ML.OnnxRuntime;

namespace DtcGen.Onnx;

/// <summary>Compares what two model files compute, such as a dense and a pruned one.</summary>
public static class OnnxComparison
{
    /// <summary>Runs both files on the same inputs under ONNX Runtime.</summary>
    /// <param name="dense">The first file.</param>
    /// <param name="pruned">The second file. Where its inputs have the first file's names they go by these, else by their places; so do
    /// the outputs.</param>
    /// <param name="batches">For each batch the inputs in the first file's order, each with its samples along dimension 0.
    /// Floating-point numbers are rounded to the type that a file takes.</param>
    /// <param name="labels">The class of each sample, in the order of the batches; null when they are not known.</param>
    /// <param name="progress">Told the number of samples compared so far, after each batch.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <exception cref="OnnxModelException">The outputs differ in number or shape, or there are labels and no output of
    /// [samples, classes].</exception>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses a file or the inputs.</exception>
    public static OnnxComparisonResult Compare(
        string dense,
        string pruned,
        IEnumerable<IReadOnlyList<OnnxArray>> batches,
        IReadOnlyList<long>? labels = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var first = OnnxSession.Open(dense);
        using var second = OnnxSession.Open(pruned);
        var inputs = NamePairs.Of(first.InputNames, second.InputNames);
        var outputs = NamePairs.Of(first.OutputNames, second.OutputNames);
        var seen = 0;
        (long dense, long pruned) right = default;
        if (first.OutputNames.Count != second.OutputNames.Count)
        {
            throw new OnnxModelException($"{dense} returns {first.OutputNames.Count} values, and {pruned} {second.OutputNames.Count}.");
        }

        var run = new ParityRun<IReadOnlyList<OnnxArray>>(
            new(dense, batch => OnnxRun.Run(first, batch), first.OutputNames),
            new(pruned, batch => outputs.ToFirst(OnnxRun.Run(second, inputs.ToSecond(batch))), outputs.ToFirst(second.OutputNames)),
            Samples, double.PositiveInfinity)
        {
            Observe = (expected, actual) =>
            {
                if (labels is null)
                {
                    return;
                }

                right = (right.dense + Right(dense, expected, labels, seen), right.pruned + Right(pruned, actual, labels, seen));
                seen += (int)expected[0].Shape[0];
            },
        };
        var parity = run.Compare(batches, progress, cancellationToken);
        var hasAccuracy = labels is not null && parity.Samples > 0;
        return new OnnxComparisonResult(
            parity.Samples, parity.MaxAbsDifference, parity.MaxRelDifference, parity.ArgmaxAgreement,
            hasAccuracy ? (double)right.dense / parity.Samples : null, hasAccuracy ? (double)right.pruned / parity.Samples : null)
        {
            InputsByName = inputs.ByName,
            OutputsByName = outputs.ByName,
        };
    }

    private static long Samples(IReadOnlyList<OnnxArray> batch)
        => batch.Select(static array => array.Shape).FirstOrDefault(static shape => shape.Count > 0)?[0] ?? 1;

    /// <summary>How many samples of a batch have their largest score at their class.</summary>
    private static long Right(string file, IReadOnlyList<OnnxArray> outputs, IReadOnlyList<long> labels, int start)
    {
        var scores = outputs[0];
        if (scores.Shape is not [var samples, > 1])
        {
            throw new OnnxModelException(
                $"{file}: the first output has shape [{string.Join(", ", scores.Shape)}]; accuracy needs [samples, classes].");
        }

        if (labels.Count < start + samples)
        {
            throw new ArgumentException($"There are more samples than the {labels.Count} labels.", nameof(labels));
        }

        var classes = (int)scores.Shape[1];
        var values = scores.ToDoubles();
        return Enumerable.Range(0, (int)samples)
            .LongCount(i => ParityMeter.PlaceOfLargest(values, i * classes, classes, 1) - (i * classes) == labels[start + i]);
    }
}
