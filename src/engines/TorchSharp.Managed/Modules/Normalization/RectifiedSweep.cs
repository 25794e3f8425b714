using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>
/// The backward passes of batch normalization over one contiguous row. With <typeparamref name="TRectified"/> 1 a rectifier
/// followed the normalization: the gradient counts only where the normalized value, computed again as it was, is positive.
/// </summary>
internal static unsafe class RectifiedSweep<T, TRectified>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TRectified : struct, IConstant
{
    /// <summary>Elements that are summed in their own precision, before the sum goes on in double precision.</summary>
    private const nint Block = 2048;

    /// <summary>Adds Σ g and Σ g·(x − mean).</summary>
    internal static void Correlate(T* g, T* x, T mean, T scale, T shift, nint count, ref double sum, ref double product)
    {
        for (; count > Block; count -= Block, g += Block, x += Block)
        {
            CorrelateBlock(g, x, mean, scale, shift, Block, ref sum, ref product);
        }

        CorrelateBlock(g, x, mean, scale, shift, count, ref sum, ref product);
    }

    /// <summary>dx = factor·(g − gMean − (x − mean)·slope): the gradient through a normalization.</summary>
    internal static void Project(T* g, T* x, T mean, T scale, T shift, T gMean, T slope, T* dx, nint count)
    {
        Vector<T> means = new(mean), scales = new(scale), shifts = new(shift), gMeans = new(gMean), slopes = new(slope);
        nint i = 0;
        for (; i + Vector<T>.Count <= count; i += Vector<T>.Count)
        {
            Vector<T> deviation = Vector.Load(x + i) - means;
            Vector<T> gradient = Gate(Vector.Load(g + i), deviation, scales, shifts);
            Vector.Store(scales * (gradient - gMeans - (deviation * slopes)), dx + i);
        }

        for (; i < count; i++)
        {
            T deviation = x[i] - mean;
            dx[i] = scale * (Gate(g[i], deviation, scale, shift) - gMean - (deviation * slope));
        }
    }

    private static void CorrelateBlock(T* g, T* x, T mean, T scale, T shift, nint count, ref double sum, ref double product)
    {
        Vector<T> means = new(mean), scales = new(scale), shifts = new(shift);
        Vector<T> sums = Vector<T>.Zero, others = Vector<T>.Zero, products = Vector<T>.Zero, otherProducts = Vector<T>.Zero;
        nint i = 0;
        for (; i + (2 * Vector<T>.Count) <= count; i += 2 * Vector<T>.Count)
        {
            Vector<T> deviation = Vector.Load(x + i) - means, other = Vector.Load(x + i + Vector<T>.Count) - means;
            Vector<T> gradient = Gate(Vector.Load(g + i), deviation, scales, shifts);
            Vector<T> otherGradient = Gate(Vector.Load(g + i + Vector<T>.Count), other, scales, shifts);
            sums += gradient;
            others += otherGradient;
            products += gradient * deviation;
            otherProducts += otherGradient * other;
        }

        sum += double.CreateTruncating(Vector.Sum(sums + others));
        product += double.CreateTruncating(Vector.Sum(products + otherProducts));
        for (; i < count; i++)
        {
            T deviation = x[i] - mean;
            T gradient = Gate(g[i], deviation, scale, shift);
            sum += double.CreateTruncating(gradient);
            product += double.CreateTruncating(gradient * deviation);
        }
    }

    private static Vector<T> Gate(Vector<T> gradient, Vector<T> deviation, Vector<T> scales, Vector<T> shifts)
        => TRectified.Value == 0 ? gradient : gradient & Vector.GreaterThan((deviation * scales) + shifts, Vector<T>.Zero);

    private static T Gate(T gradient, T deviation, T scale, T shift)
        => TRectified.Value == 0 || (deviation * scale) + shift > T.Zero ? gradient : T.Zero;
}
