namespace DtcGen.Training;

/// <summary>Training cannot go on: a loss, a gradient's effect or a weight is NaN or infinite.</summary>
public sealed class TrainingStoppedException : InvalidOperationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="what">What is not finite: <c>the loss</c>, or <c>a weight</c>.</param>
    /// <param name="position">Where the run stood.</param>
    /// <param name="layer">The first parameter that is not finite, by its name; null when all still are.</param>
    /// <param name="cycles">The cycles that were completed before.</param>
    public TrainingStoppedException(string what, TrainingPosition position, string? layer, IReadOnlyList<CycleRecord> cycles)
        : base($"Cycle {position.Cycle}, step {position.StepInCycle}: {what} is NaN or infinite" +
               (layer is null
                   ? "; all weights are still finite, so look at the inputs, the targets and the loss."
                   : $" (layer '{layer}'). Lower the learning rate, or clip gradients."))
    {
        Position = position;
        Layer = layer;
        Cycles = cycles;
    }

    /// <summary>Where the run stood.</summary>
    public TrainingPosition Position { get; }

    /// <summary>The first parameter that is not finite, by its name; null when all are finite.</summary>
    public string? Layer { get; }

    /// <summary>The cycles that were completed before.</summary>
    public IReadOnlyList<CycleRecord> Cycles { get; }
}
