namespace DtcGen.Onnx;

// Reductions.
public sealed partial class OnnxGraph
{
    /// <summary>The mean of all entries.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    public OnnxValue Mean(string name, OnnxValue input) => Mean(name, input, All(input));

    /// <summary>The mean along dimensions.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="dimensions">The dimensions; negative ones count from the end.</param>
    /// <param name="keepdim">Whether they stay, with size 1.</param>
    public OnnxValue Mean(string name, OnnxValue input, long[] dimensions, bool keepdim = false)
    {
        NeedFloating(input, name);
        return Reduce("ReduceMean", name, input, dimensions, keepdim, axesAreInput: Opset >= 18);
    }

    /// <summary>The sum of all entries.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    public OnnxValue Sum(string name, OnnxValue input) => Sum(name, input, All(input));

    /// <summary>The sum along dimensions.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="dim">The dimensions; negative ones count from the end.</param>
    /// <param name="keepdim">Whether they stay, with size 1.</param>
    public OnnxValue Sum(string name, OnnxValue input, long[] dim, bool keepdim = false)
        => Reduce("ReduceSum", name, input, dim, keepdim, axesAreInput: true);

    /// <summary>The largest entry along dimensions.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="dims">The dimensions; negative ones count from the end.</param>
    /// <param name="keepdim">Whether they stay, with size 1.</param>
    public OnnxValue Amax(string name, OnnxValue input, long[] dims, bool keepdim = false)
        => Reduce("ReduceMax", name, input, dims, keepdim, axesAreInput: Opset >= 18);

    /// <summary>The smallest entry along dimensions.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="dims">The dimensions; negative ones count from the end.</param>
    /// <param name="keepdim">Whether they stay, with size 1.</param>
    public OnnxValue Amin(string name, OnnxValue input, long[] dims, bool keepdim = false)
        => Reduce("ReduceMin", name, input, dims, keepdim, axesAreInput: Opset >= 18);

    private OnnxValue Reduce(string opType, string name, OnnxValue input, long[] dims, bool keepdim, bool axesAreInput)
    {
        long[] axes = [.. (dims.Length == 0 ? All(input) : dims).Select(d => (long)Axis(d, input.Rank, name)).Order()];
        if (axes.Distinct().Count() != axes.Length)
        {
            throw new OnnxExportException($"{name}: a dimension is given twice in [{string.Join(", ", dims)}].");
        }

        OnnxDimension[] shape = [.. input.Shape.Select((d, i) => axes.Contains(i) ? 1 : d).Where((_, i) => keepdim || !axes.Contains(i))];
        var keep = OnnxAttributes.Make("keepdims", keepdim ? 1 : 0);
        return axesAreInput
            ? Node(opType, name, [input, Constant(axes)], input.ElementType, shape, keep)
            : Node(opType, name, [input], input.ElementType, shape, keep, OnnxAttributes.Make("axes", axes));
    }

    private static long[] All(OnnxValue input) => [.. Enumerable.Range(0, input.Rank).Select(static i => (long)i)];
}
