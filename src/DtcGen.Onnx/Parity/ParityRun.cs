using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>Sends batches through a function and a session and measures how far they part.</summary>
internal sealed class ParityRun(InferenceSession session, OnnxParityOptions options)
{
    private readonly ParityMeter _meter = new();

    public OnnxParityResult Compare(
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function, IEnumerable<IReadOnlyList<Tensor>> batches, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        long samples = 0;
        foreach (IReadOnlyList<Tensor> batch in batches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Compare(function, batch);
            samples += batch[0].shape[0];
            progress?.Report(samples);
        }

        return new OnnxParityResult(samples, _meter.MaxAbsDifference, _meter.MaxRelDifference, _meter.ArgmaxAgreement, options.Tolerance);
    }

    private void Compare(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function, IReadOnlyList<Tensor> batch)
    {
        using var scope = NewDisposeScope();
        IReadOnlyList<Tensor> expected = function(batch);
        using IDisposableReadOnlyCollection<OrtValue> actual = OnnxRun.Run(session, batch);
        if (expected.Count != actual.Count)
        {
            throw new OnnxModelException($"The model returns {expected.Count} values, and its ONNX form {actual.Count}.");
        }

        for (int i = 0; i < expected.Count; i++)
        {
            long[] shape = expected[i].shape;
            long[] other = actual[i].GetTensorTypeAndShape().Shape;
            if (!shape.AsSpan().SequenceEqual(other))
            {
                throw new OnnxModelException($"Output {session.OutputNames[i]} has shape [{string.Join(", ", shape)}], and [{string.Join(", ", other)}] in its ONNX form.");
            }

            _meter.Add(TensorValues.ToDoubles(expected[i]), TensorValues.ToDoubles(actual[i]), shape);
        }
    }
}
