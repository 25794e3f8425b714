using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The recorded batch normalization.</summary>
internal sealed class BatchNormNode<T> : Node
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SavedTensor rows;
    private readonly SavedTensor? weight;
    private readonly SavedTensor statistics;
    private readonly bool training;
    private readonly double eps;

    /// <param name="input">The input.</param>
    /// <param name="rows">The same values, contiguous.</param>
    /// <param name="weight">The scales, or null.</param>
    /// <param name="bias">The shifts, or null.</param>
    /// <param name="statistics">What was known of each channel: <see cref="BatchStatistics"/>.</param>
    /// <param name="training">Whether mean and variance are the input's own.</param>
    /// <param name="eps">What was added to the variances.</param>
    internal BatchNormNode(Tensor input, Tensor rows, Tensor? weight, Tensor? bias, Tensor statistics, bool training, double eps)
        : base("NativeBatchNormBackward0", input, weight, bias)
    {
        this.rows = Save(rows);
        this.weight = SaveIf(true, weight);
        this.statistics = Save(statistics);
        this.training = training;
        this.eps = eps;
    }

    /// <summary>The normalized values, and with them where a rectifier lets gradients pass, cost little to compute again.</summary>
    protected internal override bool TakesRectified => true;

    protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) => Backward<Constant.Zero>(grad, inputGrads);

    protected internal override void BackwardRectified(Tensor grad, Span<Tensor?> inputGrads) => Backward<Constant.One>(grad, inputGrads);

    private unsafe void Backward<TRectified>(Tensor grad, Span<Tensor?> inputGrads)
        where TRectified : struct, IConstant
    {
        Tensor dy = Rows.Contiguous(grad);
        Tensor x = rows.Value;
        Tensor? w = weight is null ? null : Rows.Contiguous(weight.Value);
        Tensor known = statistics.Value;
        nint batch = (nint)x.Sizes[0];
        nint channels = (nint)x.Sizes[1];
        nint places = (nint)TensorShape.Count(x.Sizes[2..]);
        Tensor? dx = Needs(0) ? Tensor.Empty(x.Sizes, x.dtype) : null;
        Tensor? dw = Needs(1) ? Tensor.Empty([channels], x.dtype) : null;
        Tensor? db = Needs(2) ? Tensor.Empty([channels], x.dtype) : null;
        var job = new BatchNormBackwardJob<T, TRectified>(batch, channels, places, training, eps, dy.Pointer<T>(), x.Pointer<T>(), Of(w), new(known.Pointer<double>(), channels), Of(dx), Of(dw), Of(db));
        Workers.For(channels, BatchNormOperation.Grain(batch, places), job);
        GC.KeepAlive(dy);
        GC.KeepAlive(x);
        GC.KeepAlive(w);
        GC.KeepAlive(known);
        inputGrads[0] = dx;
        inputGrads[1] = dw;
        inputGrads[2] = db;

        static T* Of(Tensor? tensor) => tensor is null ? null : tensor.Pointer<T>();
    }
}
