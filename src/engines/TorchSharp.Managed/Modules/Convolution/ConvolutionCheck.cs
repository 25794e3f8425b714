using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>Derives a convolution's sizes, and refuses arguments that do not fit together.</summary>
internal static class ConvolutionCheck
{
    internal static ConvShape ShapeOf(Tensor input, Tensor weight, Tensor? bias, ReadOnlySpan<long> stride, ReadOnlySpan<long> padding, ReadOnlySpan<long> dilation, long groups)
    {
        if (Fault(input, weight, bias, stride, padding, dilation, groups) is { } fault)
        {
            throw TorchError.Of($"{fault}: conv2d of an input {TensorShape.Describe(input.Sizes)} with a weight {TensorShape.Describe(weight.Sizes)}");
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

    /// <summary>What does not fit, or null; messages are made only when they are needed.</summary>
    private static string? Fault(Tensor input, Tensor weight, Tensor? bias, ReadOnlySpan<long> stride, ReadOnlySpan<long> padding, ReadOnlySpan<long> dilation, long groups)
    {
        if (input.Rank != 4 || weight.Rank != 4)
        {
            return "Expected 4 dimensions each";
        }

        if (!Dtype.IsFloating(input.dtype) || input.dtype != weight.dtype || (bias is not null && bias.dtype != input.dtype))
        {
            return $"Input type ({TorchError.DtypeName(input.dtype)}), weight type ({TorchError.DtypeName(weight.dtype)}){(bias is null ? string.Empty : $" and bias type ({TorchError.DtypeName(bias.dtype)})")} should be the same floating point type";
        }

        if (groups < 1 || weight.Sizes[0] % groups != 0)
        {
            return $"groups = {groups} must divide the output channels";
        }

        if (input.Sizes[1] != weight.Sizes[1] * groups)
        {
            return $"Given groups={groups}, expected an input with {weight.Sizes[1] * groups} channels";
        }

        if (bias is not null && !(bias.Rank == 1 && bias.Sizes[0] == weight.Sizes[0]))
        {
            return $"the bias must have one number for each of the {weight.Sizes[0]} output channels";
        }

        for (int d = 0; d < 2; d++)
        {
            if (stride[d] < 1 || dilation[d] < 1 || padding[d] < 0)
            {
                return $"stride {stride[d]} and dilation {dilation[d]} must be positive, padding {padding[d]} not negative";
            }

            if (weight.Sizes[d + 2] < 1 || input.Sizes[d + 2] + (2 * padding[d]) <= dilation[d] * (weight.Sizes[d + 2] - 1))
            {
                return $"Kernel size can't be greater than actual input size (padding {padding[d]}, dilation {dilation[d]})";
            }
        }

        return null;
    }
}
