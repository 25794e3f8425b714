namespace DtcGen.Onnx;

/// <summary>How a kernel slides over the spatial dimensions (those behind batch and channels) of a convolution or pooling.</summary>
internal sealed record Windows(long[] Kernel, long[] Stride, long[] PadBegin, long[] PadEnd, long[] Dilation)
{
    public int Axes => Kernel.Length;

    /// <summary>
    /// From TorchSharp's parameters: one number for all axes, or one for each; a missing stride is
    /// <paramref name="defaultStride"/>.
    /// </summary>
    public static Windows Make(
        string name, OnnxValue input, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, long[]? defaultStride = null)
    {
        var axes = input.Rank - 2;
        if (axes < 1)
        {
            throw new OnnxExportException(
                $"{name} needs a batch, channels and at least one spatial dimension, and {input} has not. Unsqueeze a missing batch first.");
        }

        long[] Spread(long[] values) => values.Length == axes ? values
            : values.Length == 1 ? [.. Enumerable.Repeat(values[0], axes)]
            : throw new OnnxExportException(
                $"{name}: [{string.Join(", ", values)}] does not fit the {axes} spatial dimensions of {input}.");

        var pads = Spread(padding ?? [0]);
        return new Windows(Spread(kernel), Spread(stride ?? defaultStride ?? [1]), pads, pads, Spread(dilation ?? [1]));
    }

    /// <summary>What one window covers along an axis.</summary>
    public long Extent(int axis) => (Dilation[axis] * (Kernel[axis] - 1)) + 1;

    /// <summary>How many windows fit along each spatial dimension; a symbolic dimension gives one that only the run tells.</summary>
    public OnnxDimension[] Count(string name, OnnxValue input, Func<OnnxDimension> unknown) =>
        [
            .. Enumerable.Range(0, Axes)
                .Select(axis => input.Shape[axis + 2].Value is long size ? (OnnxDimension)Count(name, axis, size) : unknown())
        ];

    /// <summary>
    /// The windows with enough padding at the end for the last, partial window that ceil_mode adds.
    /// A window may not start in the padding at the end.
    /// </summary>
    public Windows Ceil(string name, OnnxValue input)
    {
        long[] end = [.. PadEnd];
        for (var axis = 0; axis < Axes; axis++)
        {
            var size = input.Shape[axis + 2].Value
                ?? throw new OnnxExportException(
                    $"{name}: ceil_mode needs spatial dimensions that are known when exporting, and {input} leaves one open.");
            var padded = size + PadBegin[axis] + PadEnd[axis];
            var count = ((padded - Extent(axis) + Stride[axis] - 1) / Stride[axis]) + 1;
            if ((count - 1) * Stride[axis] >= size + PadBegin[axis])
            {
                count--;
            }

            end[axis] += Math.Max(0, ((count - 1) * Stride[axis]) + Extent(axis) - padded);
        }

        return this with { PadEnd = end };
    }

    private long Count(string name, int axis, long size)
    {
        var free = size + PadBegin[axis] + PadEnd[axis] - Extent(axis);
        return free >= 0
            ? (free / Stride[axis]) + 1
            : throw new OnnxExportException(
                $"{name}: a window of {Extent(axis)} does not fit a dimension of {size} with padding {PadBegin[axis]} and {PadEnd[axis]}.");
    }
}
