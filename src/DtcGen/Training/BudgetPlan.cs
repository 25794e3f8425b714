using DtcGen.Saving;
using static TorchSharp.torch;

namespace DtcGen.Training;

/// <summary>A budget says what is left at the end, and a schedule how it is approached.</summary>
internal sealed class BudgetPlan : ClipPlan
{
    private readonly Budget _budget;
    private readonly BudgetFit _fit;

    // How many times as long things take here as where the saved run began, in whose units costs are kept.
    private double _slower = 1;

    /// <summary>Prepares it.</summary>
    public BudgetPlan(IDualTomographic model, CompressOptions options, Budget budget, CancellationToken cancellation)
        : base(model, options)
        => (_budget, _fit) = (budget, new BudgetFit(model, budget, Rules, static (_, _, _) => { }, cancellation));

    /// <inheritdoc/>
    public override CompressState Begin(CompressState state)
    {
        if (state.Cycles.Any(static cycle => cycle.Cost is null))
        {
            throw new ArgumentException(
                "The saved run had no budget, so that what its model cost at first is not known: "
                + $"go on with {nameof(CompressOptions.Schedule)}.",
                nameof(state));
        }

        if (state.Unit is not null && state.Unit != _budget.Unit)
        {
            throw new ArgumentException(
                $"The saved run's budget counts {state.Unit}, and the options' {_budget.Unit}: go on with a budget of {state.Unit}.",
                nameof(state));
        }

        if (state.Unit is null)
        {
            state = state with { Unit = _budget.Unit, CostBefore = _fit.Measure() };
        }
        else if (_fit.IsTimed)
        {
            _slower = _fit.Measure() / (state.Cycles.Count > 0 ? state.Cycles[^1].Cost : state.CostBefore)!.Value;
        }

        using var scope = NewDisposeScope();
        var undo = new ModelSnapshot((nn.Module)Model);
        try
        {
            var scores = Array.ConvertAll(Sizes(), static size => new double[size]);
            var ladder = Ladder(state, scores, group => Rules.Most(group, state.InitialNeurons[group]));
            _fit.FindLeast(ladder, undo, state.CostBefore!.Value * _slower, _budget.Share);
        }
        catch
        {
            undo.Restore();
            throw;
        }

        return state;
    }

    /// <inheritdoc/>
    public override Func<double[][], ModelSnapshot, PlannedSizes>? Next(CompressState state)
    {
        var (sizes, cycle, before) = (Sizes(), state.Cycles.Count, state.CostBefore!.Value * _slower);
        var cost = cycle == 0 ? before : state.Cycles[^1].Cost!.Value * _slower;
        return cost <= BudgetFit.Allowed(before, _budget.Share)
            && !Enumerable.Range(0, sizes.Length).Any(group => IsAboveItsEnd(state, group, sizes[group]))
            ? null
            : (ranked, undo) =>
            {
                var schedule = (CycleSchedule)Schedule;
                var ladder = Ladder(state, ranked, group => Most(group, state.InitialNeurons[group], cycle + 1));
                var (found, left) = _fit.Find(
                    ladder, undo, before, schedule.CountShare(cycle, _budget.Share), orLeast: cycle < schedule.Cycles - 1);
                return new PlannedSizes(found, left / _slower);
            };
    }
}
