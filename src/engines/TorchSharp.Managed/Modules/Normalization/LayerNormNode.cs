using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The recorded layer normalization.</summary>
internal sealed class LayerNormNode<T> : Node
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SavedTensor rows;
    private readonly SavedTensor? weight;
    private readonly SavedTensor means;
    private readonly SavedTensor inverses;
    private readonly nint columns;
    private readonly long[]? affineSizes;

    /// <param name="input">The input.</param>
    /// <param name="rows">The same values, contiguous.</param>
    /// <param name="columns">The elements of a row.</param>
    /// <param name="weight">The scales, or null.</param>
    /// <param name="bias">The shifts, or null.</param>
    /// <param name="means">Each row's mean.</param>
    /// <param name="inverses">The inverse of each row's standard deviation.</param>
    internal LayerNormNode(Tensor input, Tensor rows, nint columns, Tensor? weight, Tensor? bias, Tensor means, Tensor inverses)
        : base("NativeLayerNormBackward0", input, weight, bias)
    {
        this.rows = Save(rows);
        this.weight = SaveIf(true, weight);
        this.means = Save(means);
        this.inverses = Save(inverses);
        this.columns = columns;
        affineSizes = (weight ?? bias)?.Impl.Sizes;
    }

    protected internal override unsafe void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor dy = Rows.Contiguous(grad);
        Tensor x = rows.Value;
        Tensor? w = weight is null ? null : Rows.Contiguous(weight.Value);
        Tensor mean = means.Value;
        Tensor inverse = inverses.Value;
        nint count = (nint)mean.numel();
        Tensor weighted = Tensor.Empty(x.Sizes, x.dtype);
        Tensor normalized = Tensor.Empty(x.Sizes, x.dtype);
        Tensor dx = Tensor.Empty(x.Sizes, x.dtype);
        var job = new LayerNormBackwardJob<T>(columns, dy.Pointer<T>(), x.Pointer<T>(), w is null ? null : w.Pointer<T>(), mean.Pointer<T>(), inverse.Pointer<T>(), weighted.Pointer<T>(), normalized.Pointer<T>(), dx.Pointer<T>());
        Workers.For(count, SoftmaxKernel.RowGrain(columns), job);
        GC.KeepAlive(x);
        GC.KeepAlive(w);
        GC.KeepAlive(mean);
        GC.KeepAlive(inverse);
        GC.KeepAlive(weighted);
        inputGrads[0] = dx;
        inputGrads[1] = Needs(1) ? ColumnSums(normalized, count) : null;
        inputGrads[2] = Needs(2) ? ColumnSums(dy, count) : null;
    }

    private unsafe Tensor ColumnSums(Tensor matrix, nint count)
    {
        Tensor sums = Tensor.Empty(affineSizes!, matrix.dtype);
        RowKernel.ColumnSums(count, columns, matrix.Pointer<T>(), columns, false, sums.Pointer<T>());
        GC.KeepAlive(matrix);
        return sums;
    }
}
