using System.Numerics;

namespace TorchSharp;

/// <summary>Running sums.</summary>
internal static unsafe class Cumulative
{
    internal static Tensor Sum(Tensor x, long dim, ScalarType? type)
    {
        using Scratch scratch = Scratch.Begin();
        int d = TensorShape.Dimension(dim, x.Rank);
        ScalarType dtype = type ?? (Dtype.IsFloating(x.dtype) ? x.dtype : ScalarType.Int64);
        Tensor result = Along(Casts.Same(x.Plain(), dtype), d, backward: false);
        return scratch.Keep(Node.IsNeeded(x) ? new SumNode(x, d).Record(result) : result);
    }

    private static Tensor Along(Tensor x, int d, bool backward)
    {
        if (x.Rank == 0)
        {
            return Copies.Contiguous(x);
        }

        bool last = d == x.Rank - 1;
        Tensor rows = Copies.Contiguous(last ? x : Views.Transpose(x, d, -1));
        nint length = (nint)rows.Sizes[^1];
        nint count = length == 0 ? 0 : (nint)rows.numel() / length;
        switch (rows.dtype)
        {
            case ScalarType.Float32: Run<float>(rows, count, length, backward); break;
            case ScalarType.Float64: Run<double>(rows, count, length, backward); break;
            case ScalarType.Int64: Run<long>(rows, count, length, backward); break;
            case ScalarType.Int32: Run<int>(rows, count, length, backward); break;
            default: throw TorchError.Unsupported("cumsum_out_cpu", rows.dtype);
        }

        return last ? rows : Copies.Contiguous(Views.Transpose(rows, d, -1));
    }

    private static void Run<T>(Tensor rows, nint count, nint length, bool backward)
        where T : unmanaged, INumber<T>
    {
        T* x = rows.Pointer<T>();
        nint step = backward ? -1 : 1;
        for (nint row = 0; row < count; row++)
        {
            T* at = x + (row * length) + (backward ? length - 1 : 0);
            T sum = T.Zero;
            for (nint i = 0; i < length; i++, at += step)
            {
                *at = sum += *at;
            }
        }

        GC.KeepAlive(rows);
    }

    private sealed class SumNode(Tensor x, int dim) : Node("CumsumBackward0", x)
    {
        private readonly ScalarType dtype = x.dtype;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) =>
            inputGrads[0] = Casts.Same(Along(grad, dim, backward: true), dtype);
    }
}
