using DtcGen.Saving;

namespace DtcGen.Training;

/// <summary>How many neurons leave at each clip of a compression, by its options.</summary>
internal abstract class ClipPlan
{
    /// <summary>Prepares it.</summary>
    protected ClipPlan(IDualTomographic model, CompressOptions options)
    {
        (Model, Schedule) = (model, options.EffectiveSchedule);
        Rules = new GroupRules(model, options.SizeRules, options.Ranking);
    }

    /// <summary>The model.</summary>
    protected IDualTomographic Model { get; }

    /// <summary>What is asked of each group.</summary>
    protected GroupRules Rules { get; }

    /// <summary>How the end is approached.</summary>
    protected IClipSchedule Schedule { get; }

    /// <summary>The plan of a compression.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">The options, checked.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">A rule names no layer whose neurons can leave, or rules contradict each other.</exception>
    public static ClipPlan Of(IDualTomographic model, CompressOptions options, CancellationToken cancellation)
        => options.Budget is { } budget ? new BudgetPlan(model, options, budget, cancellation) : new SchedulePlan(model, options);

    /// <summary>Begins; nothing is changed.</summary>
    /// <param name="state">The state at the beginning.</param>
    /// <exception cref="ArgumentException">The state is one of other options.</exception>
    /// <exception cref="InvalidOperationException">The budget cannot be met.</exception>
    public abstract CompressState Begin(CompressState state);

    /// <summary>The next clip.</summary>
    /// <param name="state">Where the compression stands.</param>
    /// <returns>Null at the end; otherwise what tells the sizes, from the scores of each group and what undoes clips.</returns>
    public abstract Func<double[][], ModelSnapshot, PlannedSizes>? Next(CompressState state);

    /// <summary>How many neurons each group has.</summary>
    protected int[] Sizes() => [.. Model.Groups.Select(group => checked((int)Model.CountNeurons(group)))];

    /// <summary>How many neurons stay at most in a group that a rule has something to say of.</summary>
    /// <param name="group">The group's number.</param>
    /// <param name="initial">How many it had before the first clip.</param>
    /// <param name="cycles">After how many cycles.</param>
    protected int Most(int group, int initial, int cycles)
    {
        var end = Rules.Most(group, initial);
        return end == initial ? initial : CountAsked(
            initial, cycles, (current, cycle) => ((ITargetedSchedule)Schedule).CountKept(initial, current, cycle, end));
    }

    /// <summary>How many a schedule would have left by now, whatever multiples and minimums made of it.</summary>
    protected static int CountAsked(int initial, int cycles, Func<int, int, int> countKept)
        => Enumerable.Range(0, cycles).Aggregate(initial, countKept);

    /// <summary>The sizes in question at a clip.</summary>
    /// <param name="state">Where the compression stands.</param>
    /// <param name="ranked">The scores of each group.</param>
    /// <param name="most">How many neurons stay at most in each group.</param>
    protected SizeLadder Ladder(CompressState state, double[][] ranked, Func<int, int> most)
        => new([.. ranked.Select((scores, group) => Rules.Size(group, scores, most(group)))], state.InitialNeurons);

    /// <summary>Whether a rule still lets neurons leave a group.</summary>
    protected bool IsAboveItsEnd(CompressState state, int group, int size) => size > Rules.Most(group, state.InitialNeurons[group]);
}
