namespace DtcGen.Samples.Paper;

/// <summary>Two methods compared over the same repeats.</summary>
/// <param name="First">One method.</param>
/// <param name="Second">The other.</param>
/// <param name="Cycle">The cycle compared, counted from 0, or null for the mean over all cycles.</param>
/// <param name="Difference">Accuracy of the first minus accuracy of the second, with its 95 % band.</param>
/// <param name="PValue">The paired t-test's, corrected by Holm for all comparisons made together.</param>
internal sealed record Comparison(PaperMethod First, PaperMethod Second, int? Cycle, ConfidenceBand Difference, double PValue)
{
    /// <summary>The chance of a false finding that is accepted over all comparisons made together.</summary>
    public const double Level = 0.05;

    /// <summary>Whether the two can be told apart.</summary>
    public bool IsSignificant => PValue < Level;

    /// <summary>The better of the two, by mean.</summary>
    public PaperMethod Better => Difference.Mean >= 0 ? First : Second;

    /// <summary>The worse of the two, by mean.</summary>
    public PaperMethod Worse => Difference.Mean >= 0 ? Second : First;
}
