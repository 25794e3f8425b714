using System.CommandLine;
using DtcGen.Calibrating;
using DtcGen.Criteria;
using DtcGen.Datasets;
using DtcGen.Onnx;
using DtcGen.Sweeps;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>The verb that measures how near the features of a pruned ResNet-18 are to the dense network's.</summary>
internal static class FeaturesCommand
{
    /// <summary>The figure: the mean cosine of the angle between the two networks' features of a photograph.</summary>
    public const string Similarity = "cosine similarity";

    private const string DataVariable = "DTC_CIFAR10";
    private const double Share = 0.7;
    private const int BatchSize = 16;
    private const string Statistics = ", statistics anew";
    private const string Refitted = ", refitted";

    private static readonly (string Name, Func<uint, ICriterion> Make)[] Criteria =
    [
        ("random", static seed => new RandomCriterion(seed)),
        ("DTC as described", static _ => new DualTomographicCriterion()),
        ("L2", static _ => new NormCriterion(NormOrder.L2)),
        ("output", static _ => new OutputCriterion()),
    ];

    /// <summary>What follows the clip: the end of a way's name, and the table's column.</summary>
    public static IReadOnlyList<(string Suffix, string Column)> After { get; } =
    [
        ("", "cut"),
        (Statistics, "statistics anew"),
        (Refitted, "refitted"),
    ];

    /// <summary>The criteria, as the table shows them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Criteria.Select(static criterion => criterion.Name)];

    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = $"Folder of CIFAR-10's binary files (default: environment variable {DataVariable}).",
        };
        var package = new Option<string>("--package")
        {
            Description = "Folder of the NuGet package Microsoft.ML.DnnImageFeaturizer.ResNet18 (0.23.1), unpacked.",
            Required = true,
        };
        var seeds = new Option<int>("--seeds") { Description = "How many draws of photographs.", DefaultValueFactory = static _ => 3 };
        var images = new Option<int>("--images")
        {
            Description = "How many photographs criteria and refit see, and on how many others features are compared.",
            DefaultValueFactory = static _ => 96,
        };
        return SweepVerb.Create(
            "features",
            "Cosine similarity of a pretrained ResNet-18's features, with 30 % fewer multiply-adds, to the dense network's, as a sweep.",
            [data, package, seeds, images],
            (parsed, repeated) =>
            {
                var folder = SweepVerb.Folder(parsed.GetValue(data), DataVariable);
                var pretrained = new PretrainedResNet18(parsed.GetRequiredValue(package));
                var count = parsed.GetValue(images);
                return new Sweep(
                    "features",
                    [
                        Axis.Of("way", [.. Names.SelectMany(static name => After.Select(after => name + after.Suffix))]),
                        Axis.Seeds(parsed.GetValue(seeds)),
                    ],
                    cell => Measure(cell, pretrained, Cifar10.Load(folder), count))
                {
                    Settings = new Dictionary<string, string> { ["photographs"] = $"{count}" },
                    Arguments = repeated,
                };
            });
    }

    private static Figures Measure(Cell cell, PretrainedResNet18 pretrained, ImageDataset images, int count)
    {
        using var scope = NewDisposeScope();
        set_num_threads(1);
        var (seen, others) = (Draw(images.Train), Draw(images.Test));
        using var dense = pretrained.Create(seen[0][..1]);
        var before = Features(dense);
        var way = cell["way"];
        var (name, make) = Criteria.Single(criterion => After.Any(after => way == criterion.Name + after.Suffix));
        cell.Report(0.2, "pruning");
        Pruning.Run(
            dense,
            new PruneOptions
            {
                Budget = OnnxBudget.MultiplyAdds(Share, OnnxInput.Batched(3, 224, 224)),
                Criterion = make((uint)cell.Seed),
                Calibration = Calibration.Inputs(seen),
                Reconstruction = way == name + Refitted ? new Reconstruction() : null,
            },
            cell.Cancellation);
        if (way == name + Statistics)
        {
            NormStatistics.Refresh(dense, Calibration.Inputs(seen), static (_, _, _) => { }, cell.Cancellation);
        }

        cell.Report(0.8, "comparing");
        return new Figures
        {
            { Similarity, nn.functional.cosine_similarity(before, Features(dense), 1, 1e-8).mean().item<float>() },
        };

        Tensor[] Draw(LabeledImages from)
        {
            var chosen = new Random(cell.Seed).GetItems([.. Enumerable.Range(0, from.Count)], count);
            var pixels = new LabeledImages(
                [.. chosen.SelectMany(image => from.Pixels.AsSpan(image * from.ImageSize, from.ImageSize).ToArray())],
                [.. chosen.Select(image => from.Labels[image])], from.Channels, from.Height, from.Width);
            return pretrained.Prepare(pixels).split(BatchSize);
        }

        Tensor Features(ResNet18 model)
        {
            using var guard = no_grad();
            return cat([.. others.Select(model.call)]);
        }
    }
}
