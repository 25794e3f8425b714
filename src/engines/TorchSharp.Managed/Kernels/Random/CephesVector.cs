using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Logarithm, sine and cosine of eight floats with the coefficients of the Cephes library, rounded step by step as
/// libtorch's random fill rounds them: an accurate function would give other last bits.
/// </summary>
internal static class CephesVector
{
    private const float RootHalf = 0.707106781186547524f;
    private const float LogTwoHigh = 0.693359375f;
    private const float LogTwoLow = -2.12194440e-4f;

    /// <summary>The natural logarithm of positive, normal numbers.</summary>
    public static Vector256<float> Log(Vector256<float> x)
    {
        // x = mantissa · 2^exponent with the mantissa in [√½, √2).
        Vector256<int> bits = x.AsInt32();
        Vector256<float> exponent = Vector256.ConvertToSingle((bits >>> 23) - Vector256.Create(126));
        Vector256<float> mantissa = ((bits & Vector256.Create(0x007fffff)) | Vector256.Create(0x3f000000)).AsSingle();
        Vector256<float> small = Vector256.LessThan(mantissa, Vector256.Create(RootHalf));
        exponent -= Vector256<float>.One & small;
        Vector256<float> t = mantissa - Vector256<float>.One + (mantissa & small);

        Vector256<float> square = t * t;
        Vector256<float> series = Polynomial(
            t,
            7.0376836292e-2f,
            -1.1514610310e-1f,
            1.1676998740e-1f,
            -1.2420140846e-1f,
            1.4249322787e-1f,
            -1.6668057665e-1f,
            2.0000714765e-1f,
            -2.4999993993e-1f,
            3.3333331174e-1f);
        series = Fused(series * t, square, exponent * Vector256.Create(LogTwoLow));
        series = Fused(square, Vector256.Create(-0.5f), series);
        return Fused(exponent, Vector256.Create(LogTwoHigh), t + series);
    }

    /// <summary>Sine and cosine of numbers from 0 to some thousands.</summary>
    public static (Vector256<float> Sine, Vector256<float> Cosine) SineCosine(Vector256<float> x)
    {
        // The nearest even multiple of π/4 is taken off in three parts; its number says which series is which.
        Vector256<int> octant = (Vector256.ConvertToInt32(x * Vector256.Create(1.27323954473516f)) + Vector256<int>.One) & Vector256.Create(~1);
        Vector256<float> multiple = Vector256.ConvertToSingle(octant);
        Vector256<float> rest = Fused(multiple, Vector256.Create(-0.78515625f), x);
        rest = Fused(multiple, Vector256.Create(-2.4187564849853515625e-4f), rest);
        rest = Fused(multiple, Vector256.Create(-3.77489497744594108e-8f), rest);

        Vector256<float> square = rest * rest;
        Vector256<float> even = Polynomial(square, 2.443315711809948e-5f, -1.388731625493765e-3f, 4.166664568298827e-2f) * square;
        even = Fused(even, square, square * Vector256.Create(-0.5f)) + Vector256<float>.One;
        Vector256<float> odd = Polynomial(square, -1.9515295891e-4f, 8.3321608736e-3f, -1.6666654611e-1f) * square;
        odd = Fused(odd, rest, rest);

        Vector256<float> straight = Vector256.Equals(octant & Vector256.Create(2), Vector256<int>.Zero).AsSingle();
        Vector256<float> sineSign = ((octant & Vector256.Create(4)) << 29).AsSingle();
        Vector256<float> cosineSign = ((~(octant - Vector256.Create(2)) & Vector256.Create(4)) << 29).AsSingle();
        return (
            Vector256.ConditionalSelect(straight, odd, even) ^ sineSign,
            Vector256.ConditionalSelect(straight, even, odd) ^ cosineSign);
    }

    private static Vector256<float> Polynomial(Vector256<float> x, params ReadOnlySpan<float> coefficients)
    {
        Vector256<float> value = Vector256.Create(coefficients[0]);
        foreach (float coefficient in coefficients[1..])
        {
            value = Fused(value, x, Vector256.Create(coefficient));
        }

        return value;
    }

    private static Vector256<float> Fused(Vector256<float> left, Vector256<float> right, Vector256<float> addend)
        => Vector256.FusedMultiplyAdd(left, right, addend);
}
