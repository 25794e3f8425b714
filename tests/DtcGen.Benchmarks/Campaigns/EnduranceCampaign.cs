using DtcGen.Training;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>A compression of many clips: what it holds must not grow.</summary>
internal static class EnduranceCampaign
{
    private const int StepsPerClip = 10;
    private const double Megabyte = 1 << 20;

    /// <summary>Runs it.</summary>
    /// <param name="clips">How many clips, with ten steps before each.</param>
    /// <param name="points">How often to look, evenly.</param>
    public static IReadOnlyList<EnduranceResult> Run(int clips, int points)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        using var model = new SmallNet(clips + 8);
        var every = Math.Max(1, clips / points);
        var results = new List<EnduranceResult>();
        CompressTrain.Run(model, new CompressOptions
        {
            Batches = Batches.InOrder([(rand(32, 6), randint(4, 32, ScalarType.Int64))]),
            Schedule = new OneByOne(clips),
            Criterion = new Criteria.MagnitudeCriterion(),
            StepsPerCycle = StepsPerClip,
            Evaluate = static model => model.call(ones(1, 6)).sum().item<float>(),
            Checkpoint = state =>
            {
                if (state.Cycles.Count % every == 0)
                {
                    results.Add(Look(state));
                }
            },
        });
        return results;
    }

    /// <summary>
    /// Whether what is held stays: as many tensors at every point, and no more memory than a share and what a collector leaves.
    /// </summary>
    public static bool IsFlat(IReadOnlyList<EnduranceResult> results)
        => results.Count > 1
            && results.All(result => result.LiveTensors == results[0].LiveTensors)
            && results[^1].ManagedMegabytes < (results[0].ManagedMegabytes * 1.5) + 16
            && results[^1].ResidentMegabytes < (results[0].ResidentMegabytes * 1.2) + 32;

    private static EnduranceResult Look(CompressState state)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return new EnduranceResult(
            state.Cycles.Count,
            state.Steps,
            Tensor.TotalCount,
            GC.GetTotalMemory(forceFullCollection: true) / Megabyte,
            Environment.WorkingSet / Megabyte);
    }
}
