using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>Sends batches through two sides and measures how far they part.</summary>
internal sealed class ParityRun(ParitySide expected, ParitySide actual, double tolerance)
{
    private readonly ParityMeter _meter = new();

    /// <summary>Shown the outputs of each batch, those of the expected side first.</summary>
    public Action<IReadOnlyList<RunOutput>, IReadOnlyList<RunOutput>>? Observe { get; init; }

    public OnnxParityResult Compare(IEnumerable<IReadOnlyList<Tensor>> batches, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        long samples = 0;
        foreach (IReadOnlyList<Tensor> batch in batches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Compare(batch);
            samples += batch[0].shape[0];
            progress?.Report(samples);
        }

        return new OnnxParityResult(samples, _meter.MaxAbsDifference, _meter.MaxRelDifference, _meter.ArgmaxAgreement, tolerance);
    }

    private void Compare(IReadOnlyList<Tensor> batch)
    {
        using var scope = NewDisposeScope();
        IReadOnlyList<RunOutput> left = expected.Run(batch);
        IReadOnlyList<RunOutput> right = actual.Run(batch);
        if (left.Count != right.Count)
        {
            throw new OnnxModelException($"{expected.Name} returns {left.Count} values, and {actual.Name} {right.Count}.");
        }

        for (int i = 0; i < left.Count; i++)
        {
            long[] shape = left[i].Shape;
            if (!shape.AsSpan().SequenceEqual(right[i].Shape))
            {
                string name = (actual.OutputNames ?? expected.OutputNames)?[i] ?? $"{i}";
                throw new OnnxModelException($"Output {name} has shape [{string.Join(", ", shape)}], and [{string.Join(", ", right[i].Shape)}] in {actual.Name}.");
            }

            _meter.Add(left[i].Values, right[i].Values, shape);
        }

        Observe?.Invoke(left, right);
    }
}
