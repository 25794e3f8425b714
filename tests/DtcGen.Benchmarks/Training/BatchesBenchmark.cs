using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>200 training steps of 512 images, at the published run's first width and at a late one.</summary>
internal sealed class BatchesBenchmark : IBenchmark
{
    private const int Steps = 200;
    private const int Images = 60000;
    private static readonly int[] Widths = [512, 45];

    public string Name => "batches";

    public string Description => "200 batches of 512 through a 784-width-10 network with Adam, at widths 512 and 45, beside PyTorch.";

    public IReadOnlyList<BenchmarkResult> Run(BenchmarkSettings settings)
    {
        PyTorch? peer = settings.Peers ? PyTorch.Find() : null;
        List<BenchmarkResult> results = [];
        random.manual_seed(1);
        using Tensor images = rand(Images, 784);
        using Tensor labels = tensor(Enumerable.Range(0, Images).Select(index => index % 10L).ToArray());
        foreach (int threads in settings.Threads)
        {
            set_num_threads(threads);
            JsonElement? theirs = peer?.Measure("batches", threads);
            foreach (int width in Widths)
            {
                double ours = Measure(width, images, labels);
                double? seconds = theirs?.GetProperty(width.ToString(CultureInfo.InvariantCulture)).GetDouble();
                results.Add(new BenchmarkResult($"200 batches, width {width}", threads, ours, seconds, peer?.Name, "s"));
            }
        }

        return results;
    }

    private static double Measure(int width, Tensor images, Tensor labels)
    {
        using TwoLayers model = new(width, 1);
        model.Train(images, labels, 50, softmaxOverBatch: false);
        List<double> rounds = [];
        for (int round = 0; round < 5; round++)
        {
            long start = Stopwatch.GetTimestamp();
            model.Train(images, labels, Steps, softmaxOverBatch: false);
            rounds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return Timing.Median(rounds);
    }
}
