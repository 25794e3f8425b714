using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>Two-dimensional convolution; one-dimensional ones are images of height 1.</summary>
internal static class ConvolutionOperation
{
    /// <summary>Batch × channels × length (or without batch), with a weight of outputs × inputs × kernel.</summary>
    internal static Tensor Apply1d(Tensor input, Tensor weight, Tensor? bias, long stride, long padding, long dilation, long groups)
    {
        if (input.Rank is not (2 or 3) || weight.Rank != 3)
        {
            throw TorchError.Of($"Expected 2D (unbatched) or 3D (batched) input to conv1d, but got an input {TensorShape.Describe(input.Sizes)} and a weight {TensorShape.Describe(weight.Sizes)}");
        }

        using Scratch scratch = Scratch.Begin();
        Tensor images = Apply2d(input.unsqueeze(-2), weight.unsqueeze(2), bias, [1, stride], [0, padding], [1, dilation], groups);
        return scratch.Keep(images.squeeze(-2));
    }

    /// <summary>Batch × channels × height × width (or without batch), with a weight of outputs × inputs × kernel.</summary>
    internal static Tensor Apply2d(Tensor input, Tensor weight, Tensor? bias, ReadOnlySpan<long> stride, ReadOnlySpan<long> padding, ReadOnlySpan<long> dilation, long groups)
    {
        using Scratch scratch = Scratch.Begin();
        Tensor images = input.Rank == 3 ? input.unsqueeze(0) : input;
        ConvShape shape = ConvolutionCheck.ShapeOf(images, weight, bias, stride, padding, dilation, groups);
        Tensor result = Run(shape, images, weight, bias);
        return scratch.Keep(input.Rank == 3 ? result.squeeze(0) : result);
    }

    private static unsafe Tensor Run(in ConvShape shape, Tensor input, Tensor weight, Tensor? bias)
    {
        Tensor x = Rows.Contiguous(input);
        Tensor w = Rows.Contiguous(weight);
        Tensor? b = bias is null ? null : Rows.Contiguous(bias);
        Tensor y = Tensor.Empty([shape.Images, shape.OutChannels, shape.OutHeight, shape.OutWidth], input.dtype);
        if (y.numel() > 0)
        {
            if (input.dtype == ScalarType.Float32)
            {
                ConvKernel.Forward(shape, x.Pointer<float>(), w.Pointer<float>(), b is null ? null : b.Pointer<float>(), y.Pointer<float>());
            }
            else
            {
                ConvKernel.Forward(shape, x.Pointer<double>(), w.Pointer<double>(), b is null ? null : b.Pointer<double>(), y.Pointer<double>());
            }
        }

        GC.KeepAlive(x);
        GC.KeepAlive(w);
        GC.KeepAlive(b);
        GC.KeepAlive(y);
        return Node.IsNeeded(input, weight, bias) ? new ConvolutionNode(shape, input, x, weight, bias).Record(y) : y;
    }
}
