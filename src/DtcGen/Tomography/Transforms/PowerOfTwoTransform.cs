using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DtcGen.Tomography;

/// <summary>
/// The discrete Fourier transform of a power of two, four lanes at once, in place and without reordering:
/// <see cref="Forward"/> leaves the spectrum in bit-reversed order and <see cref="Inverse"/> takes it so,
/// which is all that a convolution needs. <see cref="Inverse"/> does not divide by the length.
/// </summary>
internal sealed class PowerOfTwoTransform
{
    private const int Lanes = ChirpTransform.Lanes;

    private readonly double[] _cosine;
    private readonly double[] _sine;

    public PowerOfTwoTransform(int length)
    {
        Length = length;
        _cosine = new double[length];
        _sine = new double[length];
        for (var k = 0; k < length; k++)
        {
            (_sine[k], _cosine[k]) = Math.SinCos(-2 * Math.PI * k / length);
        }
    }

    public int Length { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(double[] real, double[] imaginary)
    {
        var span = Length;
        for (; span >= 4; span /= 4)
        {
            var quarter = span / 4;
            var step = Length / span;
            for (var start = 0; start < Length; start += span)
            {
                for (var k = 0; k < quarter; k++)
                {
                    var (t1, t2, t3) = (k * step, 2 * k * step, 3 * k * step);
                    var (i0, i1, i2, i3) = Places(start + k, quarter);
                    var (r0, r1, r2, r3) = (ComplexLanes.Load(
                        real, i0), ComplexLanes.Load(real, i1), ComplexLanes.Load(real, i2), ComplexLanes.Load(real, i3));
                    var (m0, m1, m2, m3) = (ComplexLanes.Load(
                        imaginary,
                        i0), ComplexLanes.Load(imaginary, i1), ComplexLanes.Load(imaginary, i2), ComplexLanes.Load(imaginary, i3));
                    var (sumR, sumM, differenceR, differenceM) = (r0 + r2, m0 + m2, r0 - r2, m0 - m2);
                    var (otherR, otherM, turnR, turnM) = (r1 + r3, m1 + m3, m1 - m3, r3 - r1);
                    ComplexLanes.Store(sumR + otherR, real, i0);
                    ComplexLanes.Store(sumM + otherM, imaginary, i0);
                    ComplexLanes.StoreProduct(sumR - otherR, sumM - otherM, _cosine[t2], _sine[t2], real, imaginary, i1);
                    ComplexLanes.StoreProduct(differenceR + turnR, differenceM + turnM, _cosine[t1], _sine[t1], real, imaginary, i2);
                    ComplexLanes.StoreProduct(differenceR - turnR, differenceM - turnM, _cosine[t3], _sine[t3], real, imaginary, i3);
                }
            }
        }

        if (span == 2)
        {
            Pairs(real);
            Pairs(imaginary);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Inverse(double[] real, double[] imaginary)
    {
        var span = 4;
        if ((System.Numerics.BitOperations.Log2((uint)Length) & 1) != 0)
        {
            Pairs(real);
            Pairs(imaginary);
            span = 8;
        }

        for (; span <= Length; span *= 4)
        {
            var quarter = span / 4;
            var step = Length / span;
            for (var start = 0; start < Length; start += span)
            {
                for (var k = 0; k < quarter; k++)
                {
                    var (t1, t2, t3) = (k * step, 2 * k * step, 3 * k * step);
                    var (i0, i1, i2, i3) = Places(start + k, quarter);
                    var (r0, m0) = (ComplexLanes.Load(real, i0), ComplexLanes.Load(imaginary, i0));
                    var (r1, m1) = Turned(real, imaginary, i1, t2);
                    var (r2, m2) = Turned(real, imaginary, i2, t1);
                    var (r3, m3) = Turned(real, imaginary, i3, t3);
                    var (sumR, sumM, differenceR, differenceM) = (r0 + r1, m0 + m1, r0 - r1, m0 - m1);
                    var (otherR, otherM, turnR, turnM) = (r2 + r3, m2 + m3, m3 - m2, r2 - r3);
                    ComplexLanes.Store(sumR + otherR, real, i0);
                    ComplexLanes.Store(sumM + otherM, imaginary, i0);
                    ComplexLanes.Store(differenceR + turnR, real, i1);
                    ComplexLanes.Store(differenceM + turnM, imaginary, i1);
                    ComplexLanes.Store(sumR - otherR, real, i2);
                    ComplexLanes.Store(sumM - otherM, imaginary, i2);
                    ComplexLanes.Store(differenceR - turnR, real, i3);
                    ComplexLanes.Store(differenceM - turnM, imaginary, i3);
                }
            }
        }
    }

    private static (int, int, int, int) Places(int start, int quarter)
        => (start * Lanes, (start + quarter) * Lanes, (start + (2 * quarter)) * Lanes, (start + (3 * quarter)) * Lanes);

    /// <summary>The lanes at a place times the conjugate of a root of unity.</summary>
    private (Vector256<double> Real, Vector256<double> Imaginary) Turned(double[] real, double[] imaginary, int at, int root)
    {
        var (re, im) = (ComplexLanes.Load(real, at), ComplexLanes.Load(imaginary, at));
        var (c, s) = (Vector256.Create(_cosine[root]), Vector256.Create(_sine[root]));
        return ((re * c) + (im * s), (im * c) - (re * s));
    }

    private void Pairs(double[] values)
    {
        for (var at = 0; at < Length * Lanes; at += 2 * Lanes)
        {
            var (first, second) = (ComplexLanes.Load(values, at), ComplexLanes.Load(values, at + Lanes));
            ComplexLanes.Store(first + second, values, at);
            ComplexLanes.Store(first - second, values, at + Lanes);
        }
    }
}
