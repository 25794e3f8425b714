using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The recorded convolution.</summary>
internal sealed class ConvolutionNode : Node
{
    private readonly ConvShape shape;
    private readonly SavedTensor? images;
    private readonly SavedTensor? weight;
    private readonly long[] weightSizes;

    /// <param name="shape">The sizes.</param>
    /// <param name="input">The input.</param>
    /// <param name="images">The same values, contiguous.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="bias">The bias, or null.</param>
    internal ConvolutionNode(in ConvShape shape, Tensor input, Tensor images, Tensor weight, Tensor? bias)
        : base("ConvolutionBackward0", input, weight, bias)
    {
        this.shape = shape;
        this.images = SaveIf(Needs(1), images);
        this.weight = SaveIf(Needs(0), weight);
        weightSizes = weight.Impl.Sizes;
    }

    protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor dy = Rows.Contiguous(grad);
        if (weight is not null)
        {
            inputGrads[0] = InputGradient(dy, Rows.Contiguous(weight.Value));
        }

        if (images is not null)
        {
            inputGrads[1] = WeightGradient(dy, images.Value);
        }

        if (Needs(2))
        {
            inputGrads[2] = dy.sum([0, 2, 3]);
        }
    }

    private unsafe Tensor InputGradient(Tensor dy, Tensor w)
    {
        Tensor dx = Tensor.Empty([shape.Images, shape.InChannels, shape.Height, shape.Width], dy.dtype);
        if (dy.numel() > 0)
        {
            if (dy.dtype == ScalarType.Float32)
            {
                ConvKernel.BackwardInput(shape, dy.Pointer<float>(), w.Pointer<float>(), dx.Pointer<float>());
            }
            else
            {
                ConvKernel.BackwardInput(shape, dy.Pointer<double>(), w.Pointer<double>(), dx.Pointer<double>());
            }
        }

        GC.KeepAlive(dy);
        GC.KeepAlive(w);
        return dx;
    }

    private unsafe Tensor WeightGradient(Tensor dy, Tensor x)
    {
        Tensor dw = Tensor.Zeros(weightSizes, dy.dtype);
        if (dy.numel() > 0)
        {
            if (dy.dtype == ScalarType.Float32)
            {
                ConvKernel.BackwardWeight(shape, x.Pointer<float>(), dy.Pointer<float>(), dw.Pointer<float>());
            }
            else
            {
                ConvKernel.BackwardWeight(shape, x.Pointer<double>(), dy.Pointer<double>(), dw.Pointer<double>());
            }
        }

        GC.KeepAlive(dy);
        GC.KeepAlive(x);
        return dw;
    }
}
