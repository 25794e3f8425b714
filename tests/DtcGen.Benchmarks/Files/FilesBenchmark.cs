using System.Diagnostics;
using DtcGen.Onnx;

namespace DtcGen.Benchmarks;

/// <summary>Checking a file with 4.3 GB of weights beside it, and inferring its shapes.</summary>
internal sealed class FilesBenchmark : IBenchmark
{
    private const int Repeats = 20;
    private const int ProcessRepeats = 5;
    private const string Here = "check and infer shapes";
    private const string PeerProcess = "process";
    private const string PeerMemory = "memory";

    // The work of each process, by the words of its command line.
    private static readonly string[][] Commands = [["check"], ["inspect"], ["inspect", "--zeros"]];

    public string Name => "files";

    public string Description => "Checking and counting a file with 4.3 GB of weights in a data file, beside ONNX's own checker and shape inference in Python.";

    public IReadOnlyList<BenchmarkResult> Run(BenchmarkSettings settings)
    {
        using var file = new LargeModelFile();
        var peer = settings.Peers ? PythonPeer.FindOnnx() : null;
        var (ours, theirs) = Rounds.Run(
            () => Ours(file.Path),
            peer is null ? null : () => peer.Measure("files.py", 1, "--file", file.Path, "--repeats", $"{Repeats}", "--processes", $"{ProcessRepeats}"));
        List<BenchmarkResult> results = [];
        void Add(string name, double ours, string theirKey, string unit) => results.Add(
            new BenchmarkResult(name, 1, ours, theirs.TryGetValue(theirKey, out var measured) ? measured : null, peer?.Name, unit));

        Add(Here, ours[Here], Here, "ms");
        foreach (var command in Commands.Select(static words => $"dtc {string.Join(' ', words)}"))
        {
            Add($"{command}, a process", ours[command], PeerProcess, "ms");
            Add($"{command}, most memory", ours[command + PeerMemory], PeerMemory, "MB");
        }

        return results;
    }

    private static Dictionary<string, List<double>> Ours(string file)
    {
        CheckAndInfer(file);
        Dictionary<string, List<double>> results = new()
        {
            [Here] = [.. Enumerable.Range(0, Repeats).Select(_ => Timing.Of(() => CheckAndInfer(file)).TotalMilliseconds)],
        };
        foreach (var words in Commands)
        {
            var runs = Enumerable.Range(0, ProcessRepeats).Select(_ => Tool(file, words)).ToArray();
            var command = $"dtc {string.Join(' ', words)}";
            results[command] = [.. runs.Select(static run => run.Milliseconds)];
            results[command + PeerMemory] = [.. runs.Select(static run => run.Megabytes)];
        }

        return results;
    }

    private static void CheckAndInfer(string file)
    {
        // Loading checks.
        if (OnnxShapes.Infer(OnnxFile.Load(file).Model).Find("y") is null)
        {
            throw new InvalidOperationException($"{file} is not as it was made.");
        }
    }

    private static (double Milliseconds, double Megabytes) Tool(string file, string[] words)
    {
        long most = 0;
        var time = Timing.Of(() =>
        {
            using var process = Process.Start(KilledFolder.Program("dtc", [words[0], file, .. words[1..]]))!;
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            while (!process.WaitForExit(1))
            {
                most = Math.Max(most, Peak(process));
            }

            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"dtc {words[0]} ended with {process.ExitCode}.");
            }
        });
        return (time.TotalMilliseconds, most / 1e6);
    }

    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
            return 0;
        }
    }
}
