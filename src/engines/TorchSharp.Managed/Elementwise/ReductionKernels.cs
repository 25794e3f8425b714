using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp;

/// <summary>Sums, products and extremes.</summary>
internal static class ReductionKernels
{
    /// <summary>A sum whose rounding error grows with the logarithm of the count: long runs are halved.</summary>
    internal readonly struct Sum : IReduction
    {
        private const int LongestRun = 4096;

        public T Identity<T>()
            where T : unmanaged, INumber<T> => T.Zero;

        public T Fold<T>(ReadOnlySpan<T> x)
            where T : unmanaged, INumber<T>
        {
            if (x.Length <= LongestRun)
            {
                return TensorPrimitives.Sum(x);
            }

            int half = (x.Length / 2) & ~63;
            return Fold(x[..half]) + Fold(x[half..]);
        }

        public T Join<T>(T x, T y)
            where T : unmanaged, INumber<T> => x + y;

        public void JoinRows<T>(ReadOnlySpan<T> row, Span<T> results)
            where T : unmanaged, INumber<T> => TensorPrimitives.Add(results, row, results);
    }

    internal readonly struct Product : IReduction
    {
        public T Identity<T>()
            where T : unmanaged, INumber<T> => T.One;

        public T Fold<T>(ReadOnlySpan<T> x)
            where T : unmanaged, INumber<T> => TensorPrimitives.Product(x);

        public T Join<T>(T x, T y)
            where T : unmanaged, INumber<T> => x * y;

        public void JoinRows<T>(ReadOnlySpan<T> row, Span<T> results)
            where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(results, row, results);
    }

    /// <summary>The largest element; NaN if there is one. Empty runs must not be folded.</summary>
    internal readonly struct Maximum : IReduction
    {
        public T Identity<T>()
            where T : unmanaged, INumber<T> => throw new InvalidOperationException("There is no largest element of nothing.");

        public T Fold<T>(ReadOnlySpan<T> x)
            where T : unmanaged, INumber<T> => TensorPrimitives.Max(x);

        public T Join<T>(T x, T y)
            where T : unmanaged, INumber<T> => T.Max(x, y);

        public void JoinRows<T>(ReadOnlySpan<T> row, Span<T> results)
            where T : unmanaged, INumber<T> => TensorPrimitives.Max(results, row, results);
    }

    /// <summary>The smallest element; NaN if there is one. Empty runs must not be folded.</summary>
    internal readonly struct Minimum : IReduction
    {
        public T Identity<T>()
            where T : unmanaged, INumber<T> => throw new InvalidOperationException("There is no smallest element of nothing.");

        public T Fold<T>(ReadOnlySpan<T> x)
            where T : unmanaged, INumber<T> => TensorPrimitives.Min(x);

        public T Join<T>(T x, T y)
            where T : unmanaged, INumber<T> => T.Min(x, y);

        public void JoinRows<T>(ReadOnlySpan<T> row, Span<T> results)
            where T : unmanaged, INumber<T> => TensorPrimitives.Min(results, row, results);
    }
}
