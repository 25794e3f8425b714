namespace DtcGen.Entropy;

/// <summary>
/// The entropy of a ray's measurements (arXiv 2505.23869, the randomness-compression proposition): their
/// histogram over bins of width 0.2 from −50 to 50, u = counts / total, H = −Σ u·ln(u + 1e-10).
/// </summary>
public static class GibbsEntropy
{
    private const double Low = -50;
    private const double High = 50;
    private const double Width = 0.2;
    private const double Offset = 1e-10;

    /// <summary>
    /// The entropy in nats; null when it is undefined because every measurement lies outside the histogram.
    /// </summary>
    /// <param name="measurements">y; values outside −50 … 50 are left out, as in the published runs.</param>
    public static double? Nats(ReadOnlySpan<double> measurements)
    {
        var counts = new int[(int)Math.Round((High - Low) / Width)];
        var total = 0;
        foreach (var value in measurements)
        {
            if (value >= Low && value <= High)
            {
                // The last bin is closed, as in NumPy's histogram.
                counts[Math.Min((int)((value - Low) / Width), counts.Length - 1)]++;
                total++;
            }
        }

        if (total == 0)
        {
            return null;
        }

        double entropy = 0;
        foreach (var count in counts)
        {
            var share = (double)count / total;
            entropy -= share * Math.Log(share + Offset);
        }

        return entropy;
    }

    /// <summary>The entropy in bits, as the published runs give it for the previous layer; null when undefined.</summary>
    /// <param name="measurements">y.</param>
    public static double? Bits(ReadOnlySpan<double> measurements) => Nats(measurements) / Math.Log(2);
}
