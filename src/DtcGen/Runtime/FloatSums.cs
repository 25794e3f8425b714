using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>
/// Sums of float32 weights in the host's memory, in double precision, where they lie: libtorch would make a copy of the whole weight in
/// double precision first. They are added up in an order that depends on the shape alone, on every processor: rows alike have equal sums.
/// </summary>
internal static class FloatSums
{
    /// <summary>What becomes of a weight before it is added.</summary>
    private interface ITerm
    {
        static abstract double Of(double weight);

        static abstract Vector512<double> Of(Vector512<double> weights);
    }

    /// <summary>Sums a weight for each entry of one of its first two dimensions.</summary>
    /// <param name="weights">The weight, row-major.</param>
    /// <param name="shape">Its shape, of at least as many dimensions.</param>
    /// <param name="dimension">0 or 1.</param>
    /// <param name="map">Null, or one of <see cref="WeightMap"/>.</param>
    public static double[] Of(ReadOnlySpan<float> weights, ReadOnlySpan<long> shape, int dimension, Func<Tensor, Tensor>? map)
        => map is null ? Of<Signed>(weights, shape, dimension)
            : map == WeightMap.Magnitude ? Of<Magnitude>(weights, shape, dimension)
            : map == WeightMap.Square ? Of<Square>(weights, shape, dimension)
            : throw new ArgumentException("No other map is known.", nameof(map));

    private static double[] Of<TTerm>(ReadOnlySpan<float> weights, ReadOnlySpan<long> shape, int dimension)
        where TTerm : ITerm
    {
        var rows = checked((int)shape[0]);
        var length = rows == 0 ? 0 : weights.Length / rows;
        if (dimension == 0)
        {
            var sums = new double[rows];
            for (var row = 0; row < rows; row++)
            {
                sums[row] = Sum<TTerm>(weights.Slice(row * length, length));
            }

            return sums;
        }

        var places = new double[length];
        for (var row = 0; row < rows; row++)
        {
            Add<TTerm>(weights.Slice(row * length, length), places);
        }

        var columns = checked((int)shape[1]);
        if (columns == length)
        {
            return places;
        }

        var together = new double[columns];
        var each = columns == 0 ? 0 : length / columns;
        for (var column = 0; column < columns; column++)
        {
            foreach (var place in places.AsSpan(column * each, each))
            {
                together[column] += place;
            }
        }

        return together;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum<TTerm>(ReadOnlySpan<float> weights)
        where TTerm : ITerm
    {
        var (lower, upper) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (; weights.Length >= Vector512<float>.Count; weights = weights[Vector512<float>.Count..])
        {
            var (low, high) = Vector512.Widen(Vector512.Create(weights));
            lower += TTerm.Of(low);
            upper += TTerm.Of(high);
        }

        var sum = Vector512.Sum(lower + upper);
        foreach (var weight in weights)
        {
            sum += TTerm.Of(weight);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TTerm>(ReadOnlySpan<float> weights, Span<double> sums)
        where TTerm : ITerm
    {
        for (; weights.Length >= Vector512<float>.Count; weights = weights[Vector512<float>.Count..], sums = sums[Vector512<float>.Count..])
        {
            var (low, high) = Vector512.Widen(Vector512.Create(weights));
            (Vector512.Create<double>(sums) + TTerm.Of(low)).CopyTo(sums);
            (Vector512.Create<double>(sums[Vector512<double>.Count..]) + TTerm.Of(high)).CopyTo(sums[Vector512<double>.Count..]);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            sums[i] += TTerm.Of(weights[i]);
        }
    }

    private readonly struct Signed : ITerm
    {
        public static double Of(double weight) => weight;

        public static Vector512<double> Of(Vector512<double> weights) => weights;
    }

    private readonly struct Magnitude : ITerm
    {
        public static double Of(double weight) => Math.Abs(weight);

        public static Vector512<double> Of(Vector512<double> weights) => Vector512.Abs(weights);
    }

    private readonly struct Square : ITerm
    {
        public static double Of(double weight) => weight * weight;

        public static Vector512<double> Of(Vector512<double> weights) => weights * weights;
    }
}
