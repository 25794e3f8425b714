using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp;

/// <summary>Softmax and its logarithm along a dimension.</summary>
internal static unsafe class Softmax
{
    internal static Tensor Of(Tensor x, long dim, ScalarType? type, bool log)
    {
        int d = TensorShape.Dimension(dim, x.Rank);
        using Scratch scratch = Scratch.Begin();
        Tensor input = type is { } dtype ? Casts.To(x, dtype) : x;
        if (!Dtype.IsFloating(input.dtype))
        {
            throw TorchError.Unsupported(log ? "log_softmax_lastdim_kernel_impl" : "softmax_lastdim_kernel_impl", input.dtype);
        }

        Tensor result = Along(input, d, (rows, columns, values) => Forward(log, rows, columns, values));
        return scratch.Keep(Node.IsNeeded(input) ? new SoftmaxNode(input, result, d, log).Record(result) : result);
    }

    /// <summary>Applies a function of rows to the slices along a dimension, into a new contiguous tensor.</summary>
    private static Tensor Along(Tensor x, int d, Action<nint, nint, Tensor> rowsInPlace)
    {
        bool last = x.Rank == 0 || d == x.Rank - 1;
        Tensor moved = Copies.Contiguous(last ? x : Views.Transpose(x, d, -1));
        nint columns = x.Rank == 0 ? 1 : (nint)x.Sizes[d];
        if (moved.numel() > 0)
        {
            rowsInPlace((nint)moved.numel() / columns, columns, moved);
        }

        return last ? moved : Copies.Contiguous(Views.Transpose(moved, d, -1));
    }

    private static void Forward(bool log, nint rows, nint columns, Tensor values)
    {
        if (values.dtype == ScalarType.Float32)
        {
            SoftmaxKernel.Forward(log, rows, columns, values.Pointer<float>(), values.Pointer<float>());
        }
        else
        {
            SoftmaxKernel.Forward(log, rows, columns, values.Pointer<double>(), values.Pointer<double>());
        }

        GC.KeepAlive(values);
    }

    private sealed class SoftmaxNode : Node
    {
        private readonly SavedTensor result;
        private readonly int dim;
        private readonly bool log;

        internal SoftmaxNode(Tensor x, Tensor result, int dim, bool log)
            : base(log ? "LogSoftmaxBackward0" : "SoftmaxBackward0", x)
        {
            this.result = Save(result);
            this.dim = dim;
            this.log = log;
        }

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            Tensor output = result.Value;
            bool last = output.Rank == 0 || dim == output.Rank - 1;
            Tensor rows = Copies.AsContiguous(last ? output : Views.Transpose(output, dim, -1));
            inputGrads[0] = grad.dtype == ScalarType.Float32 ? Run<float>(rows, grad) : Run<double>(rows, grad);
        }

        private Tensor Run<T>(Tensor rows, Tensor grad)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Along(grad, dim, (count, columns, values) =>
            {
                SoftmaxKernel.Backward(log, count, columns, rows.Pointer<T>(), values.Pointer<T>(), values.Pointer<T>());
                GC.KeepAlive(rows);
                GC.KeepAlive(values);
            });
    }
}
