namespace DtcGen.Samples.Paper;

/// <summary>Pearson's correlation.</summary>
internal static class Pearson
{
    /// <summary>The correlation of two series; null when it is undefined because one of them does not vary.</summary>
    /// <param name="first">A series of finite numbers.</param>
    /// <param name="second">Another of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double? Correlation(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"Series of {first.Length} and {second.Length} numbers cannot be correlated.", nameof(second));
        }

        var (firstMean, secondMean) = (Mean(first), Mean(second));
        double product = 0, firstSquare = 0, secondSquare = 0;
        for (var i = 0; i < first.Length; i++)
        {
            var (a, b) = (first[i] - firstMean, second[i] - secondMean);
            product += a * b;
            firstSquare += a * a;
            secondSquare += b * b;
        }

        var scale = Math.Sqrt(firstSquare) * Math.Sqrt(secondSquare);
        return scale > 0 ? product / scale : null;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
