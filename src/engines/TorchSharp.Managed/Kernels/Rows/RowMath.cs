using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>Reductions of one row: in a plain loop when it is short, vectorised when it is not.</summary>
internal static unsafe class RowMath
{
    private const nint Short = 16;

    /// <summary>The largest element; NaN if there is one.</summary>
    public static T Max<T>(T* row, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (count > Short)
        {
            return TensorPrimitives.Max(new ReadOnlySpan<T>(row, checked((int)count)));
        }

        T largest = T.NegativeInfinity;
        for (nint index = 0; index < count; index++)
        {
            largest = row[index] <= largest ? largest : row[index];
            if (T.IsNaN(largest))
            {
                return largest;
            }
        }

        return largest;
    }

    public static T Sum<T>(T* row, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (count > Short)
        {
            return TensorPrimitives.Sum(new ReadOnlySpan<T>(row, checked((int)count)));
        }

        T sum = T.Zero;
        for (nint index = 0; index < count; index++)
        {
            sum += row[index];
        }

        return sum;
    }

    public static T Dot<T>(T* left, T* right, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (count > Short)
        {
            return TensorPrimitives.Dot(new ReadOnlySpan<T>(left, checked((int)count)), new ReadOnlySpan<T>(right, checked((int)count)));
        }

        T sum = T.Zero;
        for (nint index = 0; index < count; index++)
        {
            sum += left[index] * right[index];
        }

        return sum;
    }
}
