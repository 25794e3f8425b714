using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The error function in double precision, and what is built on it.</summary>
internal static class ErrorFunction
{
    private const double TwoOverRootPi = 1.1283791670955126;
    private const double RootHalf = 0.70710678118654752;

    /// <summary>x·Φ(x), Φ being the normal distribution function.</summary>
    public static void Gelu<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int index = 0; index < x.Length; index++)
        {
            double value = double.CreateTruncating(x[index]);
            y[index] = T.CreateTruncating(0.5 * value * (1 + Erf(value * RootHalf)));
        }
    }

    /// <summary>erf(x), to about 1e-15.</summary>
    public static double Erf(double x)
    {
        double size = Math.Abs(x);
        if (double.IsNaN(x) || size > 6)
        {
            return double.IsNaN(x) ? x : Math.Sign(x);
        }

        return Math.Sign(x) * (size < 2 ? Series(size) : 1 - ContinuedFraction(size));
    }

    /// <summary>erf by its series with positive terms only: 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (2n+1)!!.</summary>
    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return TwoOverRootPi * Math.Exp(-x * x) * sum;
    }

    /// <summary>1 − erf by Laplace's continued fraction, evaluated from its tail.</summary>
    private static double ContinuedFraction(double x)
    {
        double tail = x;
        for (int n = 120; n > 0; n--)
        {
            tail = x + (n / 2.0 / tail);
        }

        return TwoOverRootPi / 2 * Math.Exp(-x * x) / tail;
    }
}
