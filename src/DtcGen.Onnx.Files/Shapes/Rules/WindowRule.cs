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
            var stride = strides[axis];
            if (padding.StartsWith("SAME", StringComparison.Ordinal))
            {
                return Shapes.CeilDivide(input[axis], stride);
            }

            var valid = padding == "VALID";
            var (before, after) = valid ? (0, 0) : (pads[axis], pads[axis + axes]);
            var window = (kernel[axis] - 1) * dilations[axis] + 1;
            var free = input[axis] + before + after - window;
            if (free.Value < 0)
            {
                return node.UnknownDimension(); // The window is larger than what it slides over.
            }

            var count = (ceil ? Shapes.CeilDivide(free, stride) : free.FloorDivide(stride)) + 1;
            if (!ceil || (window - (stride + after)).Least >= 0)
            {
                return count;
            }

            // A window may not start in the padding at the end.
            var excess = ((count - 1) * stride) - (input[axis] + before);
            return excess.Value is not long over ? node.UnknownDimension() : over >= 0 ? count - 1 : count;
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
                padding.StartsWith("SAME", StringComparison.Ordinal) ? input[axis] * strides[axis]
                : ((input[axis] - 1) * strides[axis]) + extra[axis] + ((kernel[axis] - 1) * dilations[axis]) + 1
                    - (padding == "VALID" ? 0 : (OnnxDimension)pads[axis] + pads[axis + axes])),
        ];
    }

    private static (long[] Strides, long[] Pads, long[] Dilations) Attributes(NodeShapes node, int axes)
    => (
        node.Node.Ints("strides") ?? [.. Enumerable.Repeat(1L, axes)],
        node.Node.Ints("pads") ?? new long[2 * axes],
        node.Node.Ints("dilations") ?? [.. Enumerable.Repeat(1L, axes)]
    );
}
