namespace DtcGen.Onnx;

/// <summary>Sends batches through two sides and measures how far they part.</summary>
/// <typeparam name="TBatch">What a batch is.</typeparam>
/// <param name="expected">The side that is right.</param>
/// <param name="actual">The other side.</param>
/// <param name="samples">How many samples a batch has.</param>
/// <param name="tolerance">The largest difference that passes; null takes that of the types.</param>
internal sealed class ParityRun<TBatch>(
    ParitySide<TBatch> expected, ParitySide<TBatch> actual, Func<TBatch, long> samples, double? tolerance)
{
    private readonly ParityMeter _meter = new();

    /// <summary>Shown the outputs of each batch, those of the expected side first.</summary>
    public Action<IReadOnlyList<OnnxArray>, IReadOnlyList<OnnxArray>>? Observe { get; init; }

    /// <summary>The types that a batch comes in.</summary>
    public Func<TBatch, IEnumerable<OnnxElementType>>? Types { get; init; }

    public OnnxParityResult Compare(IEnumerable<TBatch> batches, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        long compared = 0;
        foreach (var batch in batches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = samples(batch);
            if (count == 0)
            {
                continue; // Nothing to compare, and not every operator of ONNX Runtime takes nothing.
            }

            Compare(batch);
            compared += count;
            progress?.Report(compared);
        }

        return new OnnxParityResult(
            compared,
            compared == 0 ? double.NaN : _meter.MaxAbsDifference,
            compared == 0 ? double.NaN : _meter.MaxRelDifference,
            _meter.ArgmaxAgreement,
            tolerance ?? OnnxParityResult.DefaultTolerance(_meter.ElementType, _meter.Largest))
        {
            ElementType = _meter.ElementType,
        };
    }

    private void Compare(TBatch batch)
    {
        var left = expected.Run(batch);
        var right = actual.Run(batch);
        if (left.Count != right.Count)
        {
            throw new OnnxModelException($"{expected.Name} returns {left.Count} values, and {actual.Name} {right.Count}.");
        }

        foreach (var type in left.Concat(right).Select(static array => array.ElementType).Concat(Types?.Invoke(batch) ?? []))
        {
            _meter.Meet(type);
        }

        for (var i = 0; i < left.Count; i++)
        {
            long[] shape = [.. left[i].Shape];
            if (!shape.AsSpan().SequenceEqual([.. right[i].Shape]))
            {
                var name = (actual.OutputNames ?? expected.OutputNames)?[i] ?? $"{i}";
                throw new OnnxModelException(
                    $"Output {name} has shape [{string.Join(", ", shape)}], and [{string.Join(", ", right[i].Shape)}] in {actual.Name}.");
            }

            _meter.Add(left[i].ToDoubles(), right[i].ToDoubles(), shape);
        }

        Observe?.Invoke(left, right);
    }
}
