using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DtcGen.Tomography;

/// <summary>Complex arithmetic on four lanes, real and imaginary parts in separate arrays.</summary>
internal static class ComplexLanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(double[] values, int at)
        => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> lanes, double[] values, int at)
        => lanes.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)at);

    /// <summary>Multiplies the lanes at a place by one complex factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Multiply(double[] real, double[] imaginary, int at, double factorReal, double factorImaginary)
    {
        var re = Load(real, at);
        var im = Load(imaginary, at);
        StoreProduct(re, im, factorReal, factorImaginary, real, imaginary, at);
    }

    /// <summary>Stores the product of lanes and one complex factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreProduct(
        Vector256<double> re, Vector256<double> im, double factorReal, double factorImaginary, double[] real, double[] imaginary, int at)
    {
        var fr = Vector256.Create(factorReal);
        var fi = Vector256.Create(factorImaginary);
        Store((re * fr) - (im * fi), real, at);
        Store((re * fi) + (im * fr), imaginary, at);
    }
}
