using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>200 training steps of the perceptron.</summary>
internal sealed class TrainingBenchmark : IBenchmark
{
    /// <summary>How many steps are measured together.</summary>
    public const int Steps = 200;

    /// <summary>How many steps go before.</summary>
    public const int WarmUpSteps = 50;

    private const int Repeats = 2;

    public string Name => "training";

    public string Description => "200 training steps of 784-512-10 on batches of 512 with Adam, beside PyTorch.";

    public IReadOnlyList<BenchmarkResult> Run(BenchmarkSettings settings)
    {
        var peer = settings.Peers ? PythonPeer.FindPyTorch() : null;
        List<BenchmarkResult> results = [];
        foreach (var threads in settings.Threads)
        {
            set_num_threads(threads);
            var (ours, theirs) = Rounds.Run(
                Ours, peer is null ? null : () => peer.Measure("training.py", threads, "--repeats", $"{Repeats}"));
            double? time = theirs.TryGetValue(Name, out var measured) ? measured : null;
            results.Add(new BenchmarkResult($"{Steps} steps, 512 neurons", threads, ours[Name], time, peer?.Name, "s"));
        }

        return results;
    }

    private Dictionary<string, List<double>> Ours()
    {
        using var training = new PerceptronTraining();
        training.Seconds(WarmUpSteps);
        return new() { [Name] = [.. Enumerable.Range(0, Repeats).Select(_ => training.Seconds(Steps))] };
    }
}
