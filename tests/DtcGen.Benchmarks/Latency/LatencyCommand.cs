using System.CommandLine;
using DtcGen.Onnx;
using DtcGen.Samples.Cifar;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>
/// The verb that prunes a transformer and a residual network to budgets of latency and of multiply-adds, and times what comes out beside
/// what went in, under ONNX Runtime: by a clock of its own, not by the budget's.
/// </summary>
internal static class LatencyCommand
{
    private const int Sessions = 3;
    private const int Rounds = 15;

    // Of a round: the first run of each is not counted.
    private const int Runs = 9;

    // A session's threads spin for about this long after its last run, and take processors from another.
    private static readonly TimeSpan Spinning = TimeSpan.FromMilliseconds(100);

    private static readonly OnnxInput Image = OnnxInput.Batched(3, 32, 32);

    // ONNX Runtime's convolutions take inputs by four.
    private static readonly (string Network, int Batch, Ranking Ranking, int RoundTo, Func<IDualTomographic> Create)[] Networks =
    [
        ("vision transformer", 8, Ranking.Global, 1, static () => new VisionTransformer()),
        ("ResNet-20", 32, Ranking.WithinGroups, 4, static () => new ResNet20()),
    ];

    private static readonly (string Name, Func<int, Budget> Make)[] Budgets =
    [
        ("latency 0.7", static batch => OnnxBudget.Latency(0.7, batch, null, Image)),
        ("latency 0.5", static batch => OnnxBudget.Latency(0.5, batch, null, Image)),
        ("latency 0.3", static batch => OnnxBudget.Latency(0.3, batch, null, Image)),
        ("multiply-adds 0.25", static _ => OnnxBudget.MultiplyAdds(0.25, Image)),
    ];

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command("latency", "Networks pruned to a latency under ONNX Runtime, and how long they then take.") { json };
        command.SetAction(parsed =>
        {
            List<LatencyMeasurement> results = [];
            foreach (var (network, batch, ranking, roundTo, create) in Networks)
            {
                foreach (var (budget, make) in Budgets)
                {
                    random.manual_seed(1);
                    LatencyMeasurement result;
                    try
                    {
                        var options = new PruneOptions { Budget = make(batch), RoundTo = roundTo, Ranking = ranking };
                        result = Measure(network, batch, budget, create(), options);
                    }
                    catch (InvalidOperationException refused)
                    {
                        Console.WriteLine($"{network}, {budget}: {refused.Message}");
                        continue;
                    }

                    Console.WriteLine(FormattableString.Invariant(
                        $"{network}, {budget}: {result.Share:0.000} of {result.Before:0.00} ms, by the budget's clock {result.Found:0.000}, {result.MultiplyAdds:0.000} of the multiply-adds, {result.Neurons:0.000} of the neurons. {result.Remark}"));
                    results.Add(result);
                }
            }

            ResultFile.Write(parsed.GetValue(json), results);
        });
        return command;
    }

    private static LatencyMeasurement Measure(string network, int batch, string name, IDualTomographic model, PruneOptions options)
    {
        using var scope = NewDisposeScope();
        ((nn.Module)model).eval();
        var (before, neurons) = (Export(model), Neurons(model));
        var report = Pruning.Run(model, options);
        var after = Export(model);
        var (time, share) = Times(before, after, batch);
        return new LatencyMeasurement(
            network,
            batch,
            name,
            time,
            share,
            report.Unit.StartsWith("ms", StringComparison.Ordinal) ? report.CostAfter / report.CostBefore : null,
            (double)after.Statistics.MultiplyAdds!.Value / before.Statistics.MultiplyAdds!.Value,
            (double)Neurons(model) / neurons,
            report.Remark);
    }

    private static long Neurons(IDualTomographic model) => model.Groups.Sum(model.CountNeurons);

    private static OnnxModel Export(IDualTomographic model) => OnnxExport.Build((IOnnxExportable)model, Image);

    // In turns, so that both see the same machine, a few runs each; in several sessions, since each lies in memory as it happens to.
    private static (double Before, double Share) Times(OnnxModel before, OnnxModel after, int batch)
    {
        List<double> was = [], shares = [];
        using var images = OrtValue.CreateTensorValueFromMemory(rand(batch, 3, 32, 32).data<float>().ToArray(), [batch, 3, 32, 32]);
        for (var pair = 0; pair < Sessions; pair++)
        {
            using var options = new SessionOptions();
            using InferenceSession dense = new(before.ToBytes(), options), pruned = new(after.ToBytes(), options);
            for (var round = -1; round < Rounds; round++)
            {
                var (one, other) = (Time(dense, images), Time(pruned, images));
                if (round >= 0)
                {
                    was.Add(one);
                    shares.Add(other / one);
                }
            }
        }

        return (Timing.Median(was), Timing.Median(shares));
    }

    private static double Time(InferenceSession session, OrtValue images)
    {
        Thread.Sleep(Spinning);
        return Timing.Median([.. Enumerable.Range(0, Runs).Select(_ => Timing.Of(() => Run(session, images)).TotalMilliseconds).Skip(1)]);
    }

    private static void Run(InferenceSession session, OrtValue images)
    {
        using var run = new RunOptions();
        using var outputs = session.Run(run, [session.InputNames[0]], [images], session.OutputNames);
    }
}
