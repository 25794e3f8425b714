namespace DtcGen.Training;

/// <summary>The sizes that a clip makes groups.</summary>
/// <param name="Sizes">How many neurons stay in each group.</param>
/// <param name="Cost">What the model costs then, by the budget's unit; null without a budget.</param>
internal sealed record PlannedSizes(int[] Sizes, double? Cost = null);
