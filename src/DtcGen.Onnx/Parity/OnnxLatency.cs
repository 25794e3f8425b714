using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>Times a model under ONNX Runtime.</summary>
public static class OnnxLatency
{
    /// <summary>Times runs of a file on one input.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="input">The input.</param>
    /// <param name="runs">How many runs are timed.</param>
    /// <param name="warmup">How many runs go before.</param>
    /// <param name="threads">Threads within a node; 0 takes one for each core.</param>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses the file or the input.</exception>
    public static OnnxLatencyResult Measure(string path, Tensor input, int runs = 200, int warmup = 20, int threads = 0)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads };
        using var session = new InferenceSession(path, options);
        return Measure(session, input, runs, warmup);
    }

    /// <summary>Times runs of a model in memory on one input.</summary>
    /// <param name="model">The model.</param>
    /// <param name="input">The input.</param>
    /// <param name="runs">How many runs are timed.</param>
    /// <param name="warmup">How many runs go before.</param>
    /// <param name="threads">Threads within a node; 0 takes one for each core.</param>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses the model or the input.</exception>
    public static OnnxLatencyResult Measure(OnnxModel model, Tensor input, int runs = 200, int warmup = 20, int threads = 0)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads };
        using var session = new InferenceSession(model.ToBytes(), options);
        return Measure(session, input, runs, warmup);
    }

    private static OnnxLatencyResult Measure(InferenceSession session, Tensor input, int runs, int warmup)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(warmup);
        using OrtValue value = TensorValues.ToOrt(input);
        using var options = new RunOptions();
        var inputs = new Dictionary<string, OrtValue>(StringComparer.Ordinal) { [session.InputNames[0]] = value };
        for (int i = 0; i < warmup; i++)
        {
            session.Run(options, inputs, session.OutputNames).Dispose();
        }

        var milliseconds = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            session.Run(options, inputs, session.OutputNames).Dispose();
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return OnnxLatencyResult.Of(milliseconds);
    }
}
