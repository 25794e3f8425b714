using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace DtcGen.Onnx;

/// <summary>Times a model under ONNX Runtime.</summary>
public static class OnnxLatency
{
    private const int FewestRuns = 3;

    // Runs of a model in a row, of which the first, which finds its threads asleep and its weights out of the caches, does not count.
    private const int InARow = 4;

    // A session lies in memory as it happens to, which may be a few per cent of its time.
    private const int Sessions = 3;

    /// <summary>Times runs of a file on one input.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="input">The input.</param>
    /// <param name="runs">How many runs are timed.</param>
    /// <param name="warmup">How many runs go before.</param>
    /// <param name="threads">Threads within a node; 0 takes one for each core.</param>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses the file or the input.</exception>
    public static OnnxLatencyResult Measure(string path, OnnxArray input, int runs = 200, int warmup = 20, int threads = 0)
        => Measure(path, [input], new OnnxLatencyOptions { Runs = runs, Warmup = warmup, Threads = threads });

    /// <summary>Times runs of a file on its inputs.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="inputs">The inputs, in the model's order.</param>
    /// <param name="options">How it is timed; null takes the defaults.</param>
    /// <param name="cancellationToken">Stops between two runs.</param>
    /// <exception cref="OnnxModelException">There are not as many inputs as the model takes.</exception>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses the file or the inputs.</exception>
    public static OnnxLatencyResult Measure(
        string path, IReadOnlyList<OnnxArray> inputs, OnnxLatencyOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new OnnxLatencyOptions();
        using var settings = new SessionOptions { IntraOpNumThreads = options.Threads };
        using var session = OnnxSession.Open(path, settings);
        return Measure(session, inputs, options, cancellationToken);
    }

    /// <summary>Times runs of a model in memory on one input.</summary>
    /// <param name="model">The model.</param>
    /// <param name="input">The input.</param>
    /// <param name="runs">How many runs are timed.</param>
    /// <param name="warmup">How many runs go before.</param>
    /// <param name="threads">Threads within a node; 0 takes one for each core.</param>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses the model or the input.</exception>
    public static OnnxLatencyResult Measure(OnnxModel model, OnnxArray input, int runs = 200, int warmup = 20, int threads = 0)
        => Measure(model, [input], new OnnxLatencyOptions { Runs = runs, Warmup = warmup, Threads = threads });

    /// <summary>Times runs of a model in memory on its inputs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">The inputs, in the model's order.</param>
    /// <param name="options">How it is timed; null takes the defaults.</param>
    /// <param name="cancellationToken">Stops between two runs.</param>
    /// <exception cref="OnnxModelException">There are not as many inputs as the model takes.</exception>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses the model or the inputs.</exception>
    public static OnnxLatencyResult Measure(
        OnnxModel model, IReadOnlyList<OnnxArray> inputs, OnnxLatencyOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new OnnxLatencyOptions();
        using var settings = new SessionOptions { IntraOpNumThreads = options.Threads };
        using var session = OnnxSession.Open(model, settings);
        return Measure(session, inputs, options, cancellationToken);
    }

    /// <summary>
    /// How many times as long a model takes as another, the median over pairs, a few runs in a row of each: what else the machine does
    /// slows both.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="other">The other, which takes the same inputs.</param>
    /// <param name="inputs">The inputs, in the models' order.</param>
    /// <param name="options">How they are timed.</param>
    internal static double Ratio(OnnxModel model, OnnxModel other, IReadOnlyList<OnnxArray> inputs, OnnxLatencyOptions options)
    {
        var share = options with
        {
            Runs = Math.Max(1, options.Runs / Sessions / (InARow - 1)),
            Warmup = (options.Warmup + InARow - 1) / InARow,
            TimeLimit = options.TimeLimit / Sessions,
        };
        var ratios = Enumerable.Range(0, Sessions).SelectMany(_ => Ratios(model, other, inputs, share)).ToArray();
        return OnnxLatencyResult.Of(ratios).Median;
    }

    private static List<double> Ratios(OnnxModel model, OnnxModel other, IReadOnlyList<OnnxArray> inputs, OnnxLatencyOptions options)
    {
        using var settings = new SessionOptions { IntraOpNumThreads = options.Threads };

        // Else the threads of one spin for some runs of the other and take its processors, which then takes up to twice as long.
        settings.AddSessionConfigEntry("session.force_spinning_stop", "1");
        using var session = OnnxSession.Open(model, settings);
        using var beside = OnnxSession.Open(other, settings);
        using var values = new OnnxInputs(session, inputs);
        using var valuesBeside = new OnnxInputs(beside, inputs);
        var ratios = new List<double>(options.Runs);
        var begun = Stopwatch.GetTimestamp();
        for (var run = -options.Warmup; run < options.Runs && !(ratios.Count >= FewestRuns / Sessions && Over(options, begun, 1)); run++)
        {
            var (before, here) = (TimeInARow(beside, valuesBeside), TimeInARow(session, values));
            if (run >= 0 || Over(options, begun, 0.25))
            {
                ratios.Add(here / before);
            }
        }

        return ratios;
    }

    private static double TimeInARow(InferenceSession session, OnnxInputs values)
        => OnnxLatencyResult.Of([.. Enumerable.Range(0, InARow).Select(_ => Time(session, values)).Skip(1)]).Median;

    private static double Time(InferenceSession session, OnnxInputs values)
    {
        using var settings = new RunOptions();
        var start = Stopwatch.GetTimestamp();
        session.Run(settings, values.ByName, session.OutputNames).Dispose();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static bool Over(OnnxLatencyOptions options, long begun, double share)
        => options.TimeLimit is { } limit && Stopwatch.GetElapsedTime(begun) > limit * share;

    private static OnnxLatencyResult Measure(
        InferenceSession session, IReadOnlyList<OnnxArray> inputs, OnnxLatencyOptions options, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Runs, 1, nameof(options.Runs));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Warmup, nameof(options.Warmup));
        if (inputs.Any(static input => input.Bytes.Length == 0))
        {
            throw new ArgumentException("There are 0 samples in an input, so there is nothing to time.", nameof(inputs));
        }

        using var values = new OnnxInputs(session, inputs);
        var begun = Stopwatch.GetTimestamp();

        // Of the time that there is, the runs before may take a quarter.
        for (var i = 0; i < options.Warmup && !(i > 0 && Over(options, begun, 0.25)); i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Time(session, values);
        }

        var milliseconds = new List<double>(options.Runs);
        while (milliseconds.Count < options.Runs && !(milliseconds.Count >= FewestRuns && Over(options, begun, 1)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            milliseconds.Add(Time(session, values));
        }

        return OnnxLatencyResult.Of(milliseconds);
    }
}
