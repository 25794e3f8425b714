using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>Makes convolutions of other sizes.</summary>
internal static class ConvolutionFactory
{
    /// <summary>A convolution with the settings of another.</summary>
    /// <param name="old">The other.</param>
    /// <param name="inputs">How many input channels it has.</param>
    /// <param name="outputs">How many output channels it has.</param>
    /// <param name="groups">How many groups of channels it has.</param>
    public static Convolution Like(Convolution old, long inputs, long outputs, long groups) => old switch
    {
        Conv1d => Conv1dLike(old, inputs, outputs, groups),
        Conv2d => Conv2dLike(old, inputs, outputs, groups),
        _ => throw new NotSupportedException($"A {old.GetType().Name} cannot be clipped."),
    };

    private static Conv1d Conv1dLike(Convolution old, long inputs, long outputs, long groups)
    {
        var (kernel, stride, dilation) = (old.kernel_size[0], old.stride[0], old.dilation[0]);
        return old.padding_type is { } padding
            ? nn.Conv1d(inputs, outputs, kernel, padding, stride, dilation, old.padding_mode, groups, old.bias is not null, old.weight.device, old.weight.dtype)
            : nn.Conv1d(inputs, outputs, kernel, stride, old.padding![0], dilation, old.padding_mode, groups, old.bias is not null, old.weight.device, old.weight.dtype);
    }

    private static Conv2d Conv2dLike(Convolution old, long inputs, long outputs, long groups)
    {
        var (kernel, stride, dilation) = (Pair(old.kernel_size), Pair(old.stride), Pair(old.dilation));
        return old.padding_type is { } padding
            ? nn.Conv2d(inputs, outputs, kernel, padding, stride, dilation, old.padding_mode, groups, old.bias is not null, old.weight.device, old.weight.dtype)
            : nn.Conv2d(inputs, outputs, kernel, stride, Pair(old.padding!), dilation, old.padding_mode, groups, old.bias is not null, old.weight.device, old.weight.dtype);
    }

    private static (long, long) Pair(long[] sizes) => (sizes[0], sizes[^1]);
}
