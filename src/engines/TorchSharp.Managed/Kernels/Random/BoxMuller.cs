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
        for (int index = 0; index < Half; index++)
        {
            float radius = MathF.Sqrt(-2f * MathF.Log(1f - block[index]));
            float angle = 2f * MathF.PI * block[index + Half];
            block[index] = MathF.FusedMultiplyAdd(radius * MathF.Cos(angle), std, mean);
            block[index + Half] = MathF.FusedMultiplyAdd(radius * MathF.Sin(angle), std, mean);
        }
    }

    public static void Transform(double* block, double mean, double std)
    {
        for (int index = 0; index < Half; index++)
        {
            double radius = Math.Sqrt(-2.0 * Math.Log(1.0 - block[index]));
            double angle = 2.0 * Math.PI * block[index + Half];
            block[index] = (radius * Math.Cos(angle) * std) + mean;
            block[index + Half] = (radius * Math.Sin(angle) * std) + mean;
        }
    }
}
