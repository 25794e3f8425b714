namespace DtcGen.Training;

/// <summary>A step that was taken.</summary>
/// <param name="Position">Which.</param>
/// <param name="Loss">The loss before it.</param>
public readonly record struct TrainingStep(TrainingPosition Position, double Loss);
