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
    private const int WarmUps = 10;
    private const int Runs = 100;

    private static readonly OnnxLatencyOptions Clock = new() { Runs = 60, Warmup = 6 };
    private static readonly OnnxInput Image = OnnxInput.Batched(3, 32, 32);

    // ONNX Runtime's convolutions take blocks of channels, and inputs by four.
    private static readonly (string Network, int Batch, int RoundTo, Func<IDualTomographic> Create)[] Networks =
    [
        ("vision transformer", 8, 1, static () => new VisionTransformer()),
        ("ResNet-20", 32, 4, static () => new ResNet20()),
    ];

    private static readonly (string Name, Func<int, Budget> Make)[] Budgets =
    [
        ("latency 0.7", static batch => OnnxBudget.Latency(0.7, batch, Clock, Image)),
        ("latency 0.5", static batch => OnnxBudget.Latency(0.5, batch, Clock, Image)),
        ("latency 0.3", static batch => OnnxBudget.Latency(0.3, batch, Clock, Image)),
        ("multiply-adds 0.25", static _ => OnnxBudget.MultiplyAdds(0.25, Image)),
    ];

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command("latency", "Networks pruned to a latency under ONNX Runtime, and how long they then take.") { json };
        command.SetAction(parsed =>
        {
            List<LatencyMeasurement> results = [];
            foreach (var (network, batch, roundTo, create) in Networks)
            {
                foreach (var (budget, make) in Budgets)
                {
                    random.manual_seed(1);
                    var result = Measure(network, batch, budget, create(), new PruneOptions
                    {
                        Budget = make(batch),
                        RoundTo = roundTo,
                        Ranking = Ranking.Global,
                    });
                    Console.WriteLine(FormattableString.Invariant(
                        $"{network}, {budget}: {result.Share:0.000} of {result.Before:0.00} ms, {result.MultiplyAdds:0.000} of the multiply-adds, {result.Neurons:0.000} of the neurons. {result.Remark}"));
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
        var (was, now) = Times(before, after, batch);
        return new LatencyMeasurement(
            network,
            batch,
            name,
            was,
            now / was,
            (double)after.Statistics.MultiplyAdds!.Value / before.Statistics.MultiplyAdds!.Value,
            (double)Neurons(model) / neurons,
            report.Remark);
    }

    private static long Neurons(IDualTomographic model) => model.Groups.Sum(model.CountNeurons);

    private static OnnxModel Export(IDualTomographic model) => OnnxExport.Build((IOnnxExportable)model, Image);

    // In turns, so that both see the same machine.
    private static (double Was, double Now) Times(OnnxModel before, OnnxModel after, int batch)
    {
        using var options = new SessionOptions();
        using InferenceSession dense = new(before.ToBytes(), options), pruned = new(after.ToBytes(), options);
        using var images = OrtValue.CreateTensorValueFromMemory(rand(batch, 3, 32, 32).data<float>().ToArray(), [batch, 3, 32, 32]);
        using var run = new RunOptions();
        List<double> was = [], now = [];
        for (var i = -WarmUps; i < Runs; i++)
        {
            var (one, other) = (Timing.Of(() => Run(dense)), Timing.Of(() => Run(pruned)));
            if (i >= 0)
            {
                was.Add(one.TotalMilliseconds);
                now.Add(other.TotalMilliseconds);
            }
        }

        return (Timing.Median(was), Timing.Median(now));

        void Run(InferenceSession session)
        {
            using var outputs = session.Run(run, [session.InputNames[0]], [images], session.OutputNames);
        }
    }
}
