using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Box–Muller over a block of 16: the first eight uniform numbers give radii, the last eight angles; cosines go to the
/// first half, sines to the second.
/// </summary>
internal static unsafe class BoxMuller
{
    private const int Half = 8;

    public static void Transform(float* block, float mean, float std)
    {
        Vector256<float> radius = Vector256.Sqrt(-2f * CephesVector.Log(Vector256<float>.One - Vector256.Load(block)));
        (Vector256<float> sine, Vector256<float> cosine) = CephesVector.SineCosine(2f * MathF.PI * Vector256.Load(block + Half));
        Vector256<float> factor = Vector256.Create(std), offset = Vector256.Create(mean);
        Vector256.FusedMultiplyAdd(radius * cosine, factor, offset).Store(block);
        Vector256.FusedMultiplyAdd(radius * sine, factor, offset).Store(block + Half);
    }

    public static void Transform(double* block, double mean, double std)
    {
        for (int index = 0; index < Half; index++)
        {
            double radius = Math.Sqrt(-2.0 * Math.Log(1.0 - block[index]));
            double angle = 2.0 * Math.PI * block[index + Half];
            block[index] = Math.FusedMultiplyAdd(radius * Math.Cos(angle), std, mean);
            block[index + Half] = Math.FusedMultiplyAdd(radius * Math.Sin(angle), std, mean);
        }
    }
}
