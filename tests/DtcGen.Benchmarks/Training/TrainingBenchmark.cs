using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>200 training steps of the perceptron.</summary>
internal sealed class TrainingBenchmark : IBenchmark
{
    /// <summary>How many steps are measured together.</summary>
    public const int Steps = 200;

    /// <summary>How many steps go before.</summary>
    public const int WarmUpSteps = 50;

    private const string Loop = "TrainingLoop";
    private const string Bare = "bare TorchSharp loop";

    private const int Repeats = 2;

    // The loops take turns, so short that both meet the same machine.
    private const int StepsPerTurn = 10;

    public string Name => "training";

    public string Description
        => "200 training steps of 784-512-10 on batches of 512 with Adam: TrainingLoop beside a bare loop, and that beside PyTorch.";

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
            results.Add(new($"{Steps} steps, TrainingLoop, shuffled batches", threads, ours[Loop], ours[Bare], Bare, "s"));
            results.Add(new($"{Steps} steps, {Bare}", threads, ours[Bare], time, peer?.Name, "s"));
        }

        return results;
    }

    private static Dictionary<string, List<double>> Ours()
    {
        Dictionary<string, List<double>> results = new() { [Loop] = [], [Bare] = [] };
        using var loop = new PerceptronTraining();
        using var bare = new PerceptronTraining();
        loop.TakeInLoop(WarmUpSteps);
        bare.TakeBare(WarmUpSteps);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var (inLoop, alone) = (TimeSpan.Zero, TimeSpan.Zero);
            for (var step = 0; step < Steps; step += StepsPerTurn)
            {
                inLoop += Timing.Of(() => loop.TakeInLoop(StepsPerTurn));
                alone += Timing.Of(() => bare.TakeBare(StepsPerTurn));
            }

            results[Loop].Add(inLoop.TotalSeconds);
            results[Bare].Add(alone.TotalSeconds);
        }

        return results;
    }
}
