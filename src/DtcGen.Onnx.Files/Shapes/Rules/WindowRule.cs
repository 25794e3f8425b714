namespace DtcGen.Onnx;

/// <summary>The spatial dimensions that a sliding window leaves, by the attributes of convolutions and poolings.</summary>
internal static class WindowRule
{
    /// <summary>The spatial dimensions of the output.</summary>
    /// <param name="node">The node.</param>
    /// <param name="input">The input's spatial dimensions.</param>
    /// <param name="kernel">The window's size along each.</param>
    /// <returns>Null when the attributes do not fit.</returns>
    public static IReadOnlyList<OnnxDimension>? Slide(
        NodeShapes node, IReadOnlyList<OnnxDimension> input, IReadOnlyList<OnnxDimension> kernel)
    {
        var axes = input.Count;
        var (strides, pads, dilations) = Attributes(node, axes);
        if (kernel.Count != axes || strides.Length != axes || pads.Length != 2 * axes || dilations.Length != axes
            || strides.Any(static s => s < 1))
        {
            return null;
        }

        var padding = node.Node.Text("auto_pad", "NOTSET");
        var ceil = node.Node.Int("ceil_mode", 0) != 0;
        return [.. Enumerable.Range(0, axes).Select(Along)];

        OnnxDimension Along(int axis)
        {
            if (input[axis].Value is not long size || kernel[axis].Value is not long window)
            {
                var keeps = strides[axis] == 1 && (padding.StartsWith("SAME", StringComparison.Ordinal)
                    || (kernel[axis].Value is long known && pads[axis] + pads[axis + axes] == dilations[axis] * (known - 1)));
                return keeps ? input[axis] : node.UnknownDimension();
            }

            if (padding.StartsWith("SAME", StringComparison.Ordinal))
            {
                return (size + strides[axis] - 1) / strides[axis];
            }

            var valid = padding == "VALID";
            var before = valid ? 0 : pads[axis];
            var free = size + before + (valid ? 0 : pads[axis + axes]) - ((dilations[axis] * (window - 1)) + 1);
            var count = ((ceil ? free + strides[axis] - 1 : free) / strides[axis]) + 1;

            // A window may not start in the padding at the end.
            return ceil && (count - 1) * strides[axis] >= size + before ? count - 1 : count;
        }
    }

    /// <summary>The spatial dimensions of a transposed convolution's output.</summary>
    public static IReadOnlyList<OnnxDimension>? Spread(
        NodeShapes node, IReadOnlyList<OnnxDimension> input, IReadOnlyList<OnnxDimension> kernel)
    {
        var axes = input.Count;
        var (strides, pads, dilations) = Attributes(node, axes);
        var extra = node.Node.Ints("output_padding") ?? new long[axes];
        if (node.Node.Ints("output_shape") is { } given)
        {
            return given.Length >= axes ? [.. given.TakeLast(axes).Select(static d => (OnnxDimension)d)] : null;
        }

        if (kernel.Count != axes || strides.Length != axes || pads.Length != 2 * axes || dilations.Length != axes || extra.Length != axes)
        {
            return null;
        }

        var padding = node.Node.Text("auto_pad", "NOTSET");
        return
        [
            .. Enumerable.Range(0, axes).Select(axis =>
                input[axis].Value is not long size || kernel[axis].Value is not long window ? node.UnknownDimension()
                : padding.StartsWith("SAME", StringComparison.Ordinal) ? size * strides[axis]
                : (strides[axis] * (size - 1)) + extra[axis] + (dilations[axis] * (window - 1)) + 1
                    - (padding == "VALID" ? 0 : pads[axis] + pads[axis + axes])),
        ];
    }

    private static (long[] Strides, long[] Pads, long[] Dilations) Attributes(NodeShapes node, int axes)
    => (
        node.Node.Ints("strides") ?? [.. Enumerable.Repeat(1L, axes)],
        node.Node.Ints("pads") ?? new long[2 * axes],
        node.Node.Ints("dilations") ?? [.. Enumerable.Repeat(1L, axes)]
    );
}
