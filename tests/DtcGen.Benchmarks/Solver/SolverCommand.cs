using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using DtcGen.RandomNumbers;
using DtcGen.Tomography;

namespace DtcGen.Benchmarks;

/// <summary>The verb that times the tomography's solver beside a plain first-order method.</summary>
internal static class SolverCommand
{
    private const int MostRepeats = 200;
    private const double Budget = 2;
    private const double LongRun = 0.2;

    public static Command Create()
    {
        var sizes = new Option<int[]>("--sizes")
        {
            Description = "Neurons of a ray, ascending.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [512, 1024, 2048, 4096, 16384]
        };
        var limit = new Option<double>("--baseline-limit")
        {
            Description = "Seconds that the baseline may take for each size; 0 leaves it out.",
            DefaultValueFactory = _ => 60
        };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command(
            "solver", "The tomography's solver beside a plain ADMM, both to a relative gap of 1e-9.") { sizes, limit, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(sizes) is [var only])
            {
                var result = Measure(only, parsed.GetValue(limit));
                Print(result);
                ResultFile.Write(parsed.GetValue(json), [result]);
                return result.Status == nameof(LassoStatus.Solved) ? 0 : 1;
            }

            // A process has one peak of memory for good, so each size has a process of its own.
            JsonElement[] results = [.. parsed.GetValue(sizes)!.Select(size => MeasureApart(size, parsed.GetValue(limit)))];
            ResultFile.Write(parsed.GetValue(json), results);
            return Array.TrueForAll(results, result => result.GetProperty("status").GetString() == nameof(LassoStatus.Solved)) ? 0 : 1;
        });
        return command;
    }

    private static JsonElement MeasureApart(int neurons, double baselineLimit)
    {
        var file = Path.GetTempFileName();
        try
        {
            string[] arguments =
            [
                "solver",
                "--sizes",
                neurons.ToString(Number.Invariant),
                "--baseline-limit",
                baselineLimit.ToString(Number.Invariant),
                "--json",
                file,
            ];
            using var process = Process.Start("dotnet", [typeof(SolverCommand).Assembly.Location, .. arguments]);
            process.WaitForExit();
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement[0].Clone();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static SolverMeasurement Measure(int neurons, double baselineLimit)
    {
        var settings = new TomographySettings();
        var count = settings.CountMeasurements(neurons);
        var signal = new double[neurons];
        new CounterGaussianStream(1).Fill(signal);
        var solver = new LassoSolver(settings.Solver);
        Measurement Form() => Measurement.Make(settings.Source, new DctI(neurons), count, signal);

        // The peak is that of a process which forms Θ and solves once; what repeats leave behind is no part of it.
        var measurement = Form();
        var y = measurement.Measurements[0];
        long peak = 0;
        var (seconds, result) = MedianOf(
            () => solver.Solve(measurement.Theta, y, settings.Lambda), () => peak = Process.GetCurrentProcess().PeakWorkingSet64);
        var (formSeconds, _) = MedianOf(Form, () => { });
        (double? Seconds, double Gap, int Iterations) baseline = baselineLimit > 0 && count > 0
            ? new AdmmBaseline(measurement.Theta, y, settings.Lambda).Run(settings.Solver.RelativeGap, baselineLimit)
            : (null, double.NaN, 0);
        return new SolverMeasurement
        {
            M = neurons,
            R = count,
            Lambda = settings.Lambda,
            Seconds = seconds,
            FormSeconds = formSeconds,
            Primal = result.Certificate.Primal,
            RelativeGap = result.Certificate.RelativeGap,
            Iterations = result.Certificate.Iterations,
            Status = result.Certificate.Status.ToString(),
            PeakBytes = peak,
            BaselineSeconds = baseline.Seconds,
            Baseline = Describe(baseline, baselineLimit),
        };
    }

    private static string Describe((double? Seconds, double Gap, int Iterations) baseline, double limit) => baseline switch
    {
        { Iterations: 0 } => "not run",
        { Seconds: not null } => FormattableString.Invariant($"ADMM, {baseline.Iterations} iterations"),
        _ => FormattableString.Invariant($"ADMM, gap {baseline.Gap:0.0e+0} after its limit of {limit} s, {baseline.Iterations} iterations"),
    };

    /// <summary>
    /// Repeats until the time budget is used. Runs of the first budget's length go uncounted, because the runtime
    /// compiles and recompiles code while they last; a single run that is longer than that is what is reported.
    /// </summary>
    private static (double Seconds, T Result) MedianOf<T>(Func<T> work, Action afterFirst)
    {
        List<double> seconds = [];
        T result;
        var total = Stopwatch.StartNew();
        do
        {
            Time(work, seconds, out result);
            if (seconds.Count == 1)
            {
                afterFirst();
            }
        }
        while (total.Elapsed.TotalSeconds < Budget);

        if (seconds.Count > 1)
        {
            seconds.Clear();
            total.Restart();
            do
            {
                Time(work, seconds, out result);
            }
            while (total.Elapsed.TotalSeconds < Budget && seconds.Count < MostRepeats);
        }

        return (Timing.Median(seconds), result);
    }

    private static void Time<T>(Func<T> work, List<double> seconds, out T result)
    {
        // What a long run left behind is no part of the next one's memory.
        result = default!;
        if (seconds.Count > 0 && seconds[^1] > LongRun)
        {
            GC.Collect();
        }

        var start = Stopwatch.GetTimestamp();
        result = work();
        seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static void Print(SolverMeasurement result)
    {
        var baseline = result.BaselineSeconds is { } seconds
            ? FormattableString.Invariant($"{seconds * 1e3:0.0} ms ({result.Baseline})")
            : result.Baseline;
        Console.WriteLine(FormattableString.Invariant(
            $"m {result.M,6} r {result.R,5}: solve {result.Seconds * 1e3,10:0.000} ms, form {result.FormSeconds * 1e3,9:0.000} ms, together {(result.Seconds + result.FormSeconds) * 1e3,10:0.000} ms, {result.Status}, gap {result.RelativeGap:0.0e+0}, {result.Iterations} iterations, peak {result.PeakBytes / 1e6:0} MB; baseline {baseline}"));
    }
}
