using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>The passes over one contiguous row that normalizations are made of: vectors within a row, double precision between rows.</summary>
internal static unsafe class RowSweep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Σ x.</summary>
    internal static double Sum(T* x, nint count)
    {
        // Two sums side by side, so that an addition need not wait for the one before.
        Vector<T> sums = Vector<T>.Zero, others = Vector<T>.Zero;
        nint i = 0;
        for (; i + (2 * Vector<T>.Count) <= count; i += 2 * Vector<T>.Count)
        {
            sums += Vector.Load(x + i);
            others += Vector.Load(x + i + Vector<T>.Count);
        }

        double total = double.CreateTruncating(Vector.Sum(sums + others));
        for (; i < count; i++)
        {
            total += double.CreateTruncating(x[i]);
        }

        return total;
    }

    /// <summary>Σ (x − mean)².</summary>
    internal static double SquaredDeviation(T* x, T mean, nint count)
    {
        Vector<T> sums = Vector<T>.Zero, others = Vector<T>.Zero;
        var means = new Vector<T>(mean);
        nint i = 0;
        for (; i + (2 * Vector<T>.Count) <= count; i += 2 * Vector<T>.Count)
        {
            Vector<T> deviation = Vector.Load(x + i) - means;
            Vector<T> other = Vector.Load(x + i + Vector<T>.Count) - means;
            sums += deviation * deviation;
            others += other * other;
        }

        double total = double.CreateTruncating(Vector.Sum(sums + others));
        for (; i < count; i++)
        {
            T deviation = x[i] - mean;
            total += double.CreateTruncating(deviation * deviation);
        }

        return total;
    }

    /// <summary>Σ g·(x − mean).</summary>
    internal static double Covariation(T* g, T* x, T mean, nint count)
    {
        Vector<T> sums = Vector<T>.Zero;
        var means = new Vector<T>(mean);
        nint i = 0;
        for (; i + Vector<T>.Count <= count; i += Vector<T>.Count)
        {
            sums += Vector.Load(g + i) * (Vector.Load(x + i) - means);
        }

        double total = double.CreateTruncating(Vector.Sum(sums));
        for (; i < count; i++)
        {
            total += double.CreateTruncating(g[i] * (x[i] - mean));
        }

        return total;
    }

    /// <summary>y = (x − mean)·scale + shift.</summary>
    internal static void Normalize(T* x, T mean, T scale, T shift, T* y, nint count)
    {
        var means = new Vector<T>(mean);
        var scales = new Vector<T>(scale);
        var shifts = new Vector<T>(shift);
        nint i = 0;
        for (; i + Vector<T>.Count <= count; i += Vector<T>.Count)
        {
            Vector.Store(((Vector.Load(x + i) - means) * scales) + shifts, y + i);
        }

        for (; i < count; i++)
        {
            y[i] = ((x[i] - mean) * scale) + shift;
        }
    }

    /// <summary>dx = scale·(g − gMean − (x − mean)·slope): the gradient through a normalization.</summary>
    internal static void Project(T* g, T* x, T gMean, T mean, T slope, T scale, T* dx, nint count)
    {
        var gMeans = new Vector<T>(gMean);
        var means = new Vector<T>(mean);
        var slopes = new Vector<T>(slope);
        var scales = new Vector<T>(scale);
        nint i = 0;
        for (; i + Vector<T>.Count <= count; i += Vector<T>.Count)
        {
            Vector.Store(scales * (Vector.Load(g + i) - gMeans - ((Vector.Load(x + i) - means) * slopes)), dx + i);
        }

        for (; i < count; i++)
        {
            dx[i] = scale * (g[i] - gMean - ((x[i] - mean) * slope));
        }
    }
}
