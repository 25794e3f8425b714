using DtcGen.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>Parity of 60,000 images, beside a loop of one's own that does the same, and its memory beside that of 10,000.</summary>
internal sealed class ParityBenchmark : IBenchmark
{
    private const int Images = 60_000;
    private const int Fewer = 10_000;
    private const int Repeats = 2;
    private const string Library = "OnnxParity";
    private const string Bare = "bare TorchSharp and ONNX Runtime loop";

    public string Name => "parity";

    public string Description
        => $"Parity of 60,000 images (MNIST's, where {DataSource.FolderVariable} names their folder) beside a bare loop, and its memory.";

    public IReadOnlyList<BenchmarkResult> Run(BenchmarkSettings settings)
    {
        using var images = Load();
        List<BenchmarkResult> results = [];
        foreach (var threads in settings.Threads)
        {
            set_num_threads(threads);
            foreach (var neurons in new[] { 512, 128 })
            {
                using var work = new ParityWork(neurons);
                var times = Rounds.Run(() => Times(work, images), null).Ours;
                results.Add(new($"60,000 images, {neurons} neurons", threads, times[Library], times[Bare], Bare, "s"));
            }
        }

        using var dense = new ParityWork(512);
        dense.Compare(images);
        var (fewer, all) = (dense.PeakMegabytes(images.narrow(0, 0, Fewer)), dense.PeakMegabytes(images));
        results.Add(new("most memory, 60,000 images", settings.Threads[^1], all, fewer, "10,000 of them", "MB"));
        return results;
    }

    private static Tensor Load()
    {
        if (Environment.GetEnvironmentVariable(DataSource.FolderVariable) is not { Length: > 0 } folder)
        {
            return rand(Images, 1, 28, 28);
        }

        var train = Datasets.Mnist.Load(folder).Train;
        return tensor(Datasets.Mnist.Normalization.Apply(train.Pixels, 1, 28 * 28), [train.Count, 1, 28, 28]);
    }

    private static Dictionary<string, List<double>> Times(ParityWork work, Tensor images)
    {
        Dictionary<string, List<double>> results = new() { [Library] = [], [Bare] = [] };
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            double library = 0, bare = 0;
            results[Library].Add(Timing.Of(() => library = work.Compare(images)).TotalSeconds);
            results[Bare].Add(Timing.Of(() => bare = work.CompareBare(images)).TotalSeconds);
            if (library != bare)
            {
                throw new InvalidOperationException($"The library's largest difference is {library}, and the bare loop's {bare}.");
            }
        }

        return results;
    }
}
