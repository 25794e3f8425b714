using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>Derives a convolution's sizes, and refuses arguments that do not fit together.</summary>
internal static class ConvolutionCheck
{
    internal static ConvShape ShapeOf(Tensor input, Tensor weight, Tensor? bias, ReadOnlySpan<long> stride, ReadOnlySpan<long> padding, ReadOnlySpan<long> dilation, long groups)
    {
        string what = $"conv2d of an input {TensorShape.Describe(input.Sizes)} with a weight {TensorShape.Describe(weight.Sizes)}";
        Require(input.Rank == 4 && weight.Rank == 4, $"Expected 4 dimensions each: {what}");
        if (!Dtype.IsFloating(input.dtype) || input.dtype != weight.dtype || (bias is not null && bias.dtype != input.dtype))
        {
            throw TorchError.Of($"Input type ({TorchError.DtypeName(input.dtype)}), weight type ({TorchError.DtypeName(weight.dtype)}){(bias is null ? string.Empty : $" and bias type ({TorchError.DtypeName(bias.dtype)})")} should be the same floating point type: {what}");
        }

        Require(groups >= 1 && weight.Sizes[0] % groups == 0, $"groups = {groups} must divide the output channels: {what}");
        Require(input.Sizes[1] == weight.Sizes[1] * groups, $"Given groups={groups}, expected an input with {weight.Sizes[1] * groups} channels: {what}");
        Require(bias is null || (bias.Rank == 1 && bias.Sizes[0] == weight.Sizes[0]), $"the bias must have one number for each of the {weight.Sizes[0]} output channels: {what}");
        for (int d = 0; d < 2; d++)
        {
            Require(stride[d] >= 1 && dilation[d] >= 1 && padding[d] >= 0, $"stride {stride[d]} and dilation {dilation[d]} must be positive, padding {padding[d]} not negative: {what}");
            Require(weight.Sizes[d + 2] >= 1 && input.Sizes[d + 2] + (2 * padding[d]) > dilation[d] * (weight.Sizes[d + 2] - 1), $"Kernel size can't be greater than actual input size: {what}, padding {padding[d]}, dilation {dilation[d]}");
        }

        return new ConvShape
        {
            Images = (nint)input.Sizes[0],
            InChannels = (nint)input.Sizes[1],
            Height = (nint)input.Sizes[2],
            Width = (nint)input.Sizes[3],
            OutChannels = (nint)weight.Sizes[0],
            KernelHeight = (nint)weight.Sizes[2],
            KernelWidth = (nint)weight.Sizes[3],
            StrideHeight = (nint)stride[0],
            StrideWidth = (nint)stride[1],
            PadHeight = (nint)padding[0],
            PadWidth = (nint)padding[1],
            DilationHeight = (nint)dilation[0],
            DilationWidth = (nint)dilation[1],
            Groups = (nint)groups,
        };
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw TorchError.Of(message);
        }
    }
}
