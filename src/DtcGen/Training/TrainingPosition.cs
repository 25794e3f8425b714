namespace DtcGen.Training;

/// <summary>Where a run stands when it asks for a batch.</summary>
/// <param name="Cycle">The cycle, from 0; 0 in training without cycles.</param>
/// <param name="StepInCycle">The step within the cycle, from 0.</param>
/// <param name="Step">The step since the run began, from 0.</param>
public readonly record struct TrainingPosition(int Cycle, int StepInCycle, long Step);
