namespace TorchSharp.Kernels;

/// <summary>Sizes of a two-dimensional convolution; one dimension is a height of 1. Memory is contiguous, images first.</summary>
internal readonly record struct ConvShape
{
    public required nint Images { get; init; }

    public required nint InChannels { get; init; }

    public required nint Height { get; init; }

    public required nint Width { get; init; }

    public required nint OutChannels { get; init; }

    public required nint KernelHeight { get; init; }

    public required nint KernelWidth { get; init; }

    public nint StrideHeight { get; init; } = 1;

    public nint StrideWidth { get; init; } = 1;

    public nint PadHeight { get; init; }

    public nint PadWidth { get; init; }

    public nint DilationHeight { get; init; } = 1;

    public nint DilationWidth { get; init; } = 1;

    public nint Groups { get; init; } = 1;

    public ConvShape()
    {
    }

    /// <summary>Rows of an output plane.</summary>
    public nint OutHeight => Out(Height, PadHeight, DilationHeight, KernelHeight, StrideHeight);

    /// <summary>Columns of an output plane.</summary>
    public nint OutWidth => Out(Width, PadWidth, DilationWidth, KernelWidth, StrideWidth);

    /// <summary>Input channels of a group.</summary>
    public nint GroupIn => InChannels / Groups;

    /// <summary>Output channels of a group.</summary>
    public nint GroupOut => OutChannels / Groups;

    /// <summary>Weights of one output channel.</summary>
    public nint KernelSize => GroupIn * KernelHeight * KernelWidth;

    private static nint Out(nint size, nint pad, nint dilation, nint kernel, nint stride)
        => ((size + (2 * pad) - (dilation * (kernel - 1)) - 1) / stride) + 1;
}
