using DtcGen.Criteria;
using DtcGen.Training;

namespace DtcGen.Tests.Training;

/// <summary>Something that happens once, the first time that a compression comes to a point of a cycle in user code.</summary>
/// <param name="point">The point.</param>
/// <param name="cycle">The cycle, from 0.</param>
/// <param name="interrupt">What happens.</param>
internal sealed class Interruption(string point, int cycle, Action interrupt) : ICriterion, IClipSchedule
{
    private readonly DualTomographicCriterion _criterion = new();
    private readonly ShareSchedule _schedule = new(0.5, 0.2);
    private int _cycle;
    private bool _isOver;

    public string Name => _criterion.Name;

    public CompressOptions Options(int steps)
    {
        var options = Task.Options(this);
        return options with
        {
            StepsPerCycle = steps,
            Criterion = this,
            Optimizer = parameters =>
            {
                At("Optimizer");
                return options.Optimizer(parameters);
            },
            Batches = position =>
            {
                At("Batches");
                return options.Batches(position);
            },
            Loss = (output, targets) =>
            {
                At("Loss");
                return options.Loss(output, targets);
            },
            StepProgress = new Direct<TrainingStep>(_ => At("StepProgress")),
            Evaluate = _ =>
            {
                At("Evaluate");
                return 1;
            },
            Progress = new Direct<CycleRecord>(_ => At("Progress")),
            Checkpoint = _ => At("Checkpoint"),
        };
    }

    public int CountKept(int initial, int current, int cycle)
    {
        _cycle = cycle;
        At("Schedule");
        return _schedule.CountKept(initial, current, cycle);
    }

    public NeuronScores Score(CriterionContext context)
    {
        At(context.Group.Index == 0 ? "first criterion" : "last criterion");
        return _criterion.Score(context);
    }

    private void At(string here)
    {
        if (!_isOver && here == point && _cycle == cycle)
        {
            _isOver = true;
            interrupt();
        }
    }
}
