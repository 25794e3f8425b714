namespace DtcGen.Sweeps;

/// <summary>Two values of the compared axis against each other, paired by seed.</summary>
/// <param name="At">What all else is; empty for the mean over all of it.</param>
/// <param name="First">One value.</param>
/// <param name="Second">The other.</param>
/// <param name="Pairs">The number of seeds that both have.</param>
/// <param name="Difference">First minus second, with its band.</param>
/// <param name="PValue">The paired t-test's, before the correction.</param>
/// <param name="Corrected">After Holm's correction for all tests of this figure; NaN where the test is undefined.</param>
internal sealed record MergedTest(
    string At, string First, string Second, int Pairs, ConfidenceBand Difference, double PValue, double Corrected)
{
    /// <summary>The chance of a false finding that is accepted over all tests of a figure.</summary>
    public const double Level = 0.05;

    /// <summary>Whether the two can be told apart.</summary>
    public bool IsSignificant => Corrected < Level;
}
