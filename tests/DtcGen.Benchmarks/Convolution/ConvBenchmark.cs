using System.Diagnostics;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>Training steps of convolutional networks: forward, backward and Adam over a batch of 128.</summary>
internal sealed class ConvBenchmark : IBenchmark
{
    private const int BatchSize = 128;

    public string Name => "conv";

    public string Description => "A training step of LeNet-5 and of ResNet-20 at batch 128, beside PyTorch.";

    public IReadOnlyList<BenchmarkResult> Run(BenchmarkSettings settings)
    {
        PyTorch? peer = settings.Peers ? PyTorch.Find() : null;
        List<BenchmarkResult> results = [];
        foreach (int threads in settings.Threads)
        {
            set_num_threads(threads);
            JsonElement? theirs = peer?.Measure("conv", threads);
            results.Add(Result("LeNet-5", "lenet5", Measure(new LeNet5(), [BatchSize, 1, 28, 28], 100)));
            results.Add(Result("ResNet-20", "resnet20", Measure(new ResNet20(), [BatchSize, 3, 32, 32], 10)));

            BenchmarkResult Result(string name, string key, double ours)
                => new($"{name} step", threads, ours, theirs?.GetProperty(key).GetDouble(), peer?.Name, "ms");
        }

        return results;
    }

    /// <summary>The median milliseconds of a step.</summary>
    private static double Measure(Module<Tensor, Tensor> model, long[] size, int steps)
    {
        using Module<Tensor, Tensor> owned = model;
        using Tensor images = rand(size);
        using Tensor labels = tensor(Enumerable.Range(0, BatchSize).Select(index => index % 10L).ToArray());
        using optim.Optimizer optimizer = optim.Adam(model.parameters(), 1e-3);
        List<double> times = [];
        for (int step = -(steps / 2) - 3; step < steps; step++)
        {
            long start = Stopwatch.GetTimestamp();
            using (NewDisposeScope())
            {
                optimizer.zero_grad();
                functional.cross_entropy(model.call(images), labels).backward();
                optimizer.step();
            }

            if (step >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return Timing.Median(times);
    }
}
