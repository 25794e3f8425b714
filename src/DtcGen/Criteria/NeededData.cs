namespace DtcGen.Criteria;

/// <summary>Whether a criterion gets what it looks at.</summary>
internal static class NeededData
{
    /// <summary>Checks it.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="calibration">The batches, if there are any.</param>
    /// <exception cref="ArgumentException">It looks at data, and there are no batches, or none with a loss.</exception>
    public static void CheckNeeds(this ICriterion criterion, Calibration? calibration)
    {
        if (criterion.Needs != CriterionNeeds.Nothing && calibration is null)
        {
            throw new ArgumentException($"The criterion '{criterion.Name}' looks at data: set {nameof(PruneOptions.Calibration)}.");
        }

        if (criterion.Needs.HasFlag(CriterionNeeds.Gradients) && calibration is { HasLoss: false })
        {
            throw new ArgumentException(
                $"The criterion '{criterion.Name}' looks at gradients of a loss: give batches by {nameof(Calibration)}.{nameof(Calibration.Labelled)} or {nameof(Calibration.Of)}.");
        }
    }
}
