using DtcGen.Saving;

namespace DtcGen.Training;

/// <summary>A schedule says how many neurons stay, in all groups that are ranked together.</summary>
internal sealed class SchedulePlan(IDualTomographic model, CompressOptions options) : ClipPlan(model, options)
{
    private readonly bool _hasRules = !options.SizeRules.AreNone;

    /// <inheritdoc/>
    public override CompressState Begin(CompressState state) => state;

    /// <inheritdoc/>
    public override Func<double[][], ModelSnapshot, PlannedSizes>? Next(CompressState state)
    {
        var (sizes, cycle) = (Sizes(), state.Cycles.Count);
        var groups = Enumerable.Range(0, sizes.Length).ToArray();
        var leaving = groups.Where(group => Rules.Set(group) is not null).GroupBy(group => Rules.Set(group)!.Value)
            .ToDictionary(static set => set.Key, set => CountLeaving([.. set], sizes, state));
        return leaving.Values.All(static neurons => neurons is null) && !groups.Any(group => IsAboveItsEnd(state, group, sizes[group]))
            ? null
            : (ranked, _) => new PlannedSizes(
                Ladder(state, ranked, group => Most(group, state.InitialNeurons[group], cycle + 1))
                    .Sizes((set, _) => leaving[set] ?? 0));
    }

    // Null where the schedule is through, or no more neurons may leave: each group keeps one at least.
    private int? CountLeaving(int[] groups, int[] sizes, CompressState state)
    {
        var (initial, current) = (groups.Sum(group => state.InitialNeurons[group]), groups.Sum(group => sizes[group]));
        int CountKept(int asked, int cycle) => Schedule.CountKept(initial, asked, cycle);

        // Sizes may be multiples above what the schedule asked for, from which it has to go on.
        var asked = _hasRules ? CountAsked(initial, state.Cycles.Count, CountKept) : current;
        var kept = CountKept(asked, state.Cycles.Count);
        var least = groups.Sum(group => Rules.Size(group, new double[sizes[group]], sizes[group]).Keep(1));
        return kept >= asked || current <= least ? null : Math.Max(0, current - Math.Max(least, kept));
    }
}
