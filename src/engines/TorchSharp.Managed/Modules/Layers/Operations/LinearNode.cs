using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The recorded x·Wᵀ + b.</summary>
internal sealed class LinearNode<T> : Node
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SavedTensor? rows;
    private readonly SavedTensor? weight;
    private readonly long[] inputSizes;
    private readonly long outputs;

    /// <param name="input">The input.</param>
    /// <param name="rows">The same values, contiguous.</param>
    /// <param name="weight">Output features × input features.</param>
    /// <param name="bias">The bias, or null.</param>
    internal LinearNode(Tensor input, Tensor rows, Tensor weight, Tensor? bias)
        : base("LinearBackward0", input, weight, bias)
    {
        inputSizes = input.Impl.Sizes;
        outputs = weight.Sizes[0];
        this.rows = SaveIf(Needs(1), rows);
        this.weight = SaveIf(Needs(0), weight);
    }

    protected internal override unsafe void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor dy = Rows.Contiguous(grad);
        nint outputs = (nint)this.outputs;
        nint inputs = (nint)inputSizes[^1];
        nint count = outputs == 0 ? 0 : (nint)(dy.numel() / outputs);
        if (weight is not null)
        {
            Tensor w = Rows.Contiguous(weight.Value);
            Tensor dx = Tensor.Empty(inputSizes, dy.dtype);
            MatrixProduct.Multiply(false, false, count, inputs, outputs, dy.Pointer<T>(), w.Pointer<T>(), T.Zero, dx.Pointer<T>());
            GC.KeepAlive(w);
            inputGrads[0] = dx;
        }

        if (rows is not null)
        {
            Tensor x = rows.Value;
            Tensor dw = Tensor.Empty([outputs, inputs], dy.dtype);
            MatrixProduct.Multiply(true, false, outputs, inputs, count, dy.Pointer<T>(), x.Pointer<T>(), T.Zero, dw.Pointer<T>());
            GC.KeepAlive(x);
            inputGrads[1] = dw;
        }

        if (inputGrads.Length > 2 && Needs(2))
        {
            Tensor db = Tensor.Empty([outputs], dy.dtype);
            RowKernel.ColumnSums(count, outputs, dy.Pointer<T>(), outputs, false, db.Pointer<T>());
            inputGrads[2] = db;
        }

        GC.KeepAlive(dy);
    }
}
