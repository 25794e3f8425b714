using System.CommandLine;
using DtcGen.Criteria;
using DtcGen.Datasets;
using DtcGen.Replay;
using DtcGen.Sweeps;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>The verb that measures what the paper's network can do right after it was pruned, by each criterion.</summary>
internal static class PrunedCommand
{
    private const string DataVariable = "DTC_DATA";

    private static readonly (string Name, Func<uint, ICriterion> Make)[] Criteria =
    [
        ("random", static seed => new RandomCriterion(seed)),
        ("magnitude of ray sums", static _ => new MagnitudeCriterion()),
        ("DTC, as described", static _ => new DualTomographicCriterion()),
        ("DTC, as published", static _ => new DualTomographicCriterion(Variant.AsPublished)),
        ("L1", static _ => new NormCriterion()),
        ("L2", static _ => new NormCriterion(NormOrder.L2)),
        ("geometric median", static _ => new GeometricMedianCriterion()),
        ("mean activation", static _ => new MeanActivationCriterion()),
        ("APoZ", static _ => new ZeroShareCriterion()),
        ("Taylor", static _ => new TaylorCriterion()),
        ("diagonal Hessian", static _ => new DiagonalHessianCriterion()),
        ("output", static _ => new OutputCriterion()),
    ];

    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = $"Folder of the MNIST idx files (default: environment variable {DataVariable}).",
        };
        var seeds = new Option<int>("--seeds") { Description = "How many networks.", DefaultValueFactory = static _ => 10 };
        var batches = new Option<int>("--batches")
        {
            Description = "How many batches of 512 training images the criteria and the refit see.",
            DefaultValueFactory = static _ => 118,
        };
        var criteria = new Option<string[]>("--criteria")
        {
            Description = "Which criteria, by their names in the table (default: all).",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = static _ => [.. Criteria.Select(static criterion => criterion.Name)],
        };
        criteria.AcceptOnlyFromAmong([.. Criteria.Select(static criterion => criterion.Name)]);
        var after = new Option<string[]>("--after")
        {
            Description = "What follows a clip: nothing, the refit, or the refit with the output's layer fitted to the targets.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = static _ => [AfterClip.Cut.Name, AfterClip.Refitted.Name],
        };
        after.AcceptOnlyFromAmong([.. AfterClip.All.Select(static way => way.Name)]);
        var cycles = new Option<bool>("--cycles")
        {
            Description = "Train and clip in turn, as the paper does: 200 batches, then a tenth of the neurons leaves.",
        };
        return SweepVerb.Create(
            "pruned",
            "Accuracy on MNIST of 784-512-10 right after it was pruned, and 200 batches of training later, for each criterion, as a sweep.",
            [data, seeds, batches, criteria, after, cycles],
            (parsed, repeated) =>
            {
                var folder = SweepVerb.Folder(parsed.GetValue(data), DataVariable);
                var (inCycles, count) = (parsed.GetValue(cycles), parsed.GetValue(batches));
                var ways = AfterClip.All.Where(way => parsed.GetRequiredValue(after).Contains(way.Name)).ToArray();
                return new Sweep(
                    inCycles ? "pruned-cycles" : "pruned",
                    [Axis.Of("criterion", parsed.GetRequiredValue(criteria)), Axis.Seeds(parsed.GetValue(seeds))],
                    cell =>
                    {
                        using var scope = NewDisposeScope();

                        // So the numbers do not depend on the machine's processors, and cells run side by side.
                        set_num_threads(1);
                        var networks = new PrunedNetworks(Mnist.Load(folder), count, cell, ways);
                        var make = Criteria.Single(criterion => criterion.Name == cell["criterion"]).Make;
                        return inCycles ? networks.InCycles(make) : networks.AtOnce(make);
                    })
                {
                    Settings = new Dictionary<string, string>
                    {
                        ["batches for criteria and refit"] = $"{count}",
                        ["after a clip"] = string.Join(", ", ways.Select(static way => way.Name)),
                    },
                    Arguments = repeated,
                };
            });
    }
}
