namespace TorchSharp.Kernels;

/// <summary>
/// log(1 + x) by the method of Sun's freely distributable mathematics library, which C run-times use: libtorch's normal
/// numbers carry its last bits.
/// </summary>
internal static class LogOnePlus
{
    private const double LogTwoHigh = 6.93147180369123816490e-01;
    private const double LogTwoLow = 1.90821492927058770002e-10;
    private const double MinusReduced = -0.29290771484375;
    private const int RootTwoMantissa = 0x6a09e;

    /// <summary>log(1 + x) for −1 &lt; x ≤ 0.</summary>
    public static double OfNonPositive(double x)
    {
        if (x > -1.0 / (1 << 29))
        {
            return x > -1.0 / (1L << 54) ? x : x - (x * x * 0.5);
        }

        if (x >= MinusReduced)
        {
            return x - HalfSquareLess(x, 0, 0);
        }

        // 1 + x = 2^exponent · (1 + f), with what the addition lost carried along as a correction.
        double sum = 1 + x;
        long bits = BitConverter.DoubleToInt64Bits(sum);
        int exponent = (int)(bits >> 52) - 1023;
        double lost = (x - (sum - 1)) / sum;
        int mantissa = (int)(bits >> 32) & 0xfffff;
        long low = bits & 0xffffffff;
        if (mantissa < RootTwoMantissa)
        {
            bits = ((long)(mantissa | 0x3ff00000) << 32) | low;
        }
        else
        {
            exponent++;
            bits = ((long)(mantissa | 0x3fe00000) << 32) | low;
            mantissa = (0x00100000 - mantissa) >> 2;
        }

        double f = BitConverter.Int64BitsToDouble(bits) - 1;
        double correction = lost + (exponent * LogTwoLow);
        if (mantissa == 0)
        {
            if (f == 0)
            {
                return (exponent * LogTwoHigh) + correction;
            }

            double r = 0.5 * f * f * (1.0 - (0.66666666666666666 * f));
            return (exponent * LogTwoHigh) - (r - correction - f);
        }

        return (exponent * LogTwoHigh) - (HalfSquareLess(f, exponent, correction) - f);
    }

    /// <summary>f²/2 − s·(f²/2 + R(s²)) with s = f/(2 + f), less the correction.</summary>
    private static double HalfSquareLess(double f, int exponent, double correction)
    {
        double half = 0.5 * f * f;
        double s = f / (2.0 + f);
        double z = s * s;
        double z2 = z * z, z4 = z2 * z2, z6 = z4 * z2;
        double r = (z * 6.666666666666735130e-01)
            + (z2 * (3.999999999940941908e-01 + (z * 2.857142874366239149e-01)))
            + (z4 * (2.222219843214978396e-01 + (z * 1.818357216161805012e-01)))
            + (z6 * (1.531383769920937332e-01 + (z * 1.479819860511658591e-01)));
        return exponent == 0 ? half - (s * (half + r)) : half - ((s * (half + r)) + correction);
    }
}
