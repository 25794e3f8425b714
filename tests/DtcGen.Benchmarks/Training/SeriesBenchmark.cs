using System.Diagnostics;
using System.Text.Json;
using DtcGen.Datasets;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>
/// The published series by magnitude: 34 cycles of 200 batches, one clip and one test each, from 512 neurons to 9.
/// </summary>
internal sealed class SeriesBenchmark : IBenchmark
{
    private const int StepsPerCycle = 200;
    private const int FewestNeurons = 10;
    private const double ShareKept = 0.9;
    private const int Seed = 42424242;

    public string Name => "series";

    public string Description => "The 34-cycle magnitude series on MNIST, training and testing included, beside PyTorch.";

    public IReadOnlyList<BenchmarkResult> Run(BenchmarkSettings settings)
    {
        if (settings.Data is not { } folder)
        {
            Console.WriteLine("The series needs MNIST: give --data DIR, or set the environment variable DTC_DATA.");
            return [];
        }

        PyTorch? peer = settings.Peers ? PyTorch.Find() : null;
        List<BenchmarkResult> results = [];
        using MnistTensors data = MnistTensors.Load(Mnist.Load(folder));
        foreach (int threads in settings.Threads)
        {
            set_num_threads(threads);
            long start = Stopwatch.GetTimestamp();
            List<double> accuracies = Magnitude(data);
            double ours = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.WriteLine(FormattableString.Invariant($"ours: {accuracies.Count} cycles, accuracy {accuracies[0]:0.0000} after the first, {accuracies[^1]:0.0000} after the last"));
            double? theirs = null;
            if (peer?.Measure("series", threads, folder) is { } measured)
            {
                theirs = measured.GetProperty("seconds").GetDouble();
                Console.WriteLine(FormattableString.Invariant(
                    $"{peer.Name}: accuracy {measured.GetProperty("first").GetDouble():0.0000} after the first, {measured.GetProperty("last").GetDouble():0.0000} after the last"));
            }

            results.Add(new BenchmarkResult("34-cycle magnitude series", threads, ours, theirs, peer?.Name, "s"));
        }

        return results;
    }

    private static List<double> Magnitude(MnistTensors data)
    {
        List<double> accuracies = [];
        using TwoLayers model = new(512, Seed);
        while (model.First.weight!.shape[0] > FewestNeurons)
        {
            model.Train(data.TrainImages, data.TrainLabels, StepsPerCycle, softmaxOverBatch: true);
            using DisposeScope scope = NewDisposeScope();
            using IDisposable gradients = no_grad();
            Clip(model);
            accuracies.Add(Accuracy(model, data));
        }

        return accuracies;
    }

    /// <summary>Removes the neurons whose row and column sums together are largest, as the published run did.</summary>
    private static void Clip(TwoLayers model)
    {
        Tensor w1 = model.First.weight!, w2 = model.Second.weight!;
        long kept = (long)Math.Ceiling(ShareKept * (w1.shape[0] - 1));
        Tensor scores = (w1.to_type(ScalarType.Float64).sum(1) + w2.to_type(ScalarType.Float64).sum(0)).abs();
        long[] order = scores.argsort().data<long>().ToArray()[..(int)kept];
        Array.Sort(order);
        Tensor index = tensor(order);
        Tensor rows = w1.index_select(0, index), columns = w2.index_select(1, index).contiguous();
        model.First.weight = new Parameter(rows);
        model.Second.weight = new Parameter(columns);
    }

    private static double Accuracy(TwoLayers model, MnistTensors data)
    {
        List<double> batches = [];
        for (long from = 0; from < data.TestLabels.shape[0]; from += TwoLayers.BatchSize)
        {
            using DisposeScope scope = NewDisposeScope();
            long to = Math.Min(from + TwoLayers.BatchSize, data.TestLabels.shape[0]);
            Tensor output = nn.functional.log_softmax(model.call(data.TestImages.narrow(0, from, to - from)), 0);
            Tensor right = output.argmax(1).eq(data.TestLabels.narrow(0, from, to - from));
            batches.Add(right.to_type(ScalarType.Float64).mean().item<double>());
        }

        return batches.Average();
    }
}
