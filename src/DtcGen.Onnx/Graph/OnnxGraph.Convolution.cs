using DtcGen.Onnx.Proto;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

// Convolutions.
public sealed partial class OnnxGraph
{
    /// <summary><c>functional.conv1d</c>, and a Conv1d layer with any padding mode.</summary>
    /// <param name="name">The layer's name; the parameters become <c>name.weight</c> and <c>name.bias</c>.</param>
    /// <param name="input">Shape [batch, in, length].</param>
    /// <param name="weight">Shape [out, in / groups, kernel].</param>
    /// <param name="bias">Shape [out], or null.</param>
    /// <param name="stride">How far the kernel moves.</param>
    /// <param name="padding">What is added at either end.</param>
    /// <param name="dilation">The distance between the kernel's points.</param>
    /// <param name="groups">Into how many parts the channels fall.</param>
    /// <param name="padding_mode">What is added: zeros, or the input's own entries.</param>
    public OnnxValue Conv1d(
        string name,
        OnnxValue input,
        Tensor weight,
        Tensor? bias = null,
        long stride = 1,
        long padding = 0,
        long dilation = 1,
        long groups = 1,
        PaddingModes padding_mode = PaddingModes.Zeros)
        => Conv(name, input, weight, bias, ConvWindows(name, input, weight, 1, [stride], [padding], [dilation]), groups, padding_mode);

    /// <summary>A Conv1d layer whose padding is given by a word.</summary>
    /// <param name="name">The layer's name; the parameters become <c>name.weight</c> and <c>name.bias</c>.</param>
    /// <param name="input">Shape [batch, in, length].</param>
    /// <param name="weight">Shape [out, in / groups, kernel].</param>
    /// <param name="bias">Shape [out], or null.</param>
    /// <param name="padding">Same (the output is as long as the input; the stride must be 1) or Valid (none).</param>
    /// <param name="stride">How far the kernel moves.</param>
    /// <param name="dilation">The distance between the kernel's points.</param>
    /// <param name="groups">Into how many parts the channels fall.</param>
    /// <param name="padding_mode">What is added: zeros, or the input's own entries.</param>
    public OnnxValue Conv1d(
        string name,
        OnnxValue input,
        Tensor weight,
        Tensor? bias,
        Padding padding,
        long stride = 1,
        long dilation = 1,
        long groups = 1,
        PaddingModes padding_mode = PaddingModes.Zeros)
        => Conv(
            name, input, weight, bias,
            Padded(name, ConvWindows(name, input, weight, 1, [stride], null, [dilation]), padding, padding_mode),
            groups, padding_mode);

    /// <summary><c>functional.conv2d</c>, and a Conv2d layer with any padding mode.</summary>
    /// <param name="name">The layer's name; the parameters become <c>name.weight</c> and <c>name.bias</c>.</param>
    /// <param name="input">Shape [batch, in, height, width].</param>
    /// <param name="weight">Shape [out, in / groups, kernel height, kernel width].</param>
    /// <param name="bias">Shape [out], or null.</param>
    /// <param name="strides">How far the kernel moves; one number or one for each axis; null is 1.</param>
    /// <param name="padding">What is added at either end of each axis; null is nothing.</param>
    /// <param name="dilation">The distance between the kernel's points; null is 1.</param>
    /// <param name="groups">Into how many parts the channels fall.</param>
    /// <param name="padding_mode">What is added: zeros, or the input's own entries.</param>
    public OnnxValue Conv2d(
        string name,
        OnnxValue input,
        Tensor weight,
        Tensor? bias = null,
        long[]? strides = null,
        long[]? padding = null,
        long[]? dilation = null,
        long groups = 1,
        PaddingModes padding_mode = PaddingModes.Zeros)
        => Conv(name, input, weight, bias, ConvWindows(name, input, weight, 2, strides, padding, dilation), groups, padding_mode);

    /// <summary>A Conv2d layer whose padding is given by a word.</summary>
    /// <param name="name">The layer's name; the parameters become <c>name.weight</c> and <c>name.bias</c>.</param>
    /// <param name="input">Shape [batch, in, height, width].</param>
    /// <param name="weight">Shape [out, in / groups, kernel height, kernel width].</param>
    /// <param name="bias">Shape [out], or null.</param>
    /// <param name="padding">Same (the output is as large as the input; the strides must be 1) or Valid (none).</param>
    /// <param name="strides">How far the kernel moves; null is 1.</param>
    /// <param name="dilation">The distance between the kernel's points; null is 1.</param>
    /// <param name="groups">Into how many parts the channels fall.</param>
    /// <param name="padding_mode">What is added: zeros, or the input's own entries.</param>
    public OnnxValue Conv2d(
        string name,
        OnnxValue input,
        Tensor weight,
        Tensor? bias,
        Padding padding,
        long[]? strides = null,
        long[]? dilation = null,
        long groups = 1,
        PaddingModes padding_mode = PaddingModes.Zeros)
        => Conv(
            name, input, weight, bias,
            Padded(name, ConvWindows(name, input, weight, 2, strides, null, dilation), padding, padding_mode),
            groups, padding_mode);

    private OnnxValue Conv(string name, OnnxValue input, Tensor weight, Tensor? bias, Windows windows, long groups, PaddingModes mode)
    {
        NeedFloating(input, name);
        var size = weight.shape;
        if (groups < 1 || size[0] % groups != 0 || (input.Shape[1].Value is long channels && channels != size[1] * groups))
        {
            throw new OnnxExportException($"{name}: a weight of shape [{string.Join(", ", size)}] in {groups} groups cannot take {input}.");
        }

        if (mode is not (PaddingModes.Zeros or PaddingModes.Constant) && windows.PadBegin.Concat(windows.PadEnd).Any(static p => p > 0))
        {
            input = PadSpatial(name, input, windows, mode);
            var none = new long[windows.Axes];
            windows = windows with { PadBegin = none, PadEnd = none };
        }

        OnnxDimension[] shape = [input.Shape[0], size[0], .. windows.Count(name, input, UnknownDimension)];
        OnnxValue?[] operands = [input, Parameter($"{name}.weight", weight), OptionalParameter($"{name}.bias", bias)];
        return Node(
            "Conv",
            name,
            operands,
            input.ElementType,
            shape,
            [.. WindowAttributes(windows), OnnxAttributes.Make("dilations", windows.Dilation), OnnxAttributes.Make("group", groups)]);
    }

    private static Windows ConvWindows(
        string name, OnnxValue input, Tensor weight, int axes, long[]? stride, long[]? padding, long[]? dilation)
        => weight.shape.Length == axes + 2 && input.Rank == axes + 2
            ? Windows.Make(name, input, weight.shape[2..], stride, padding, dilation)
            : throw new OnnxExportException(
                $"{name}: a convolution over {axes} spatial dimensions cannot take {input} with a weight of shape [{string.Join(", ", weight.shape)}].");

    /// <summary>Same pads so that the size stays; what does not divide evenly goes to the end, as TorchSharp does.</summary>
    private static Windows Padded(string name, Windows windows, Padding padding, PaddingModes mode)
    {
        if (padding == Padding.Valid)
        {
            return windows;
        }

        if (windows.Stride.Any(static s => s != 1))
        {
            throw new OnnxExportException($"{name}: padding Same needs a stride of 1.");
        }

        long[] total = [.. Enumerable.Range(0, windows.Axes).Select(axis => windows.Extent(axis) - 1)];
        if (mode != PaddingModes.Zeros && !total.SequenceEqual(Enumerable.Reverse(total)))
        {
            throw new OnnxExportException(
                $"{name}: with Padding.Same and PaddingModes.{mode} TorchSharp 0.107 gives each dimension the opposite one's padding, " +
                "and here they differ. Give the padding as numbers.");
        }

        return windows with { PadBegin = [.. total.Select(static t => t / 2)], PadEnd = [.. total.Select(static t => t - (t / 2))] };
    }

    private static IEnumerable<AttributeProto> WindowAttributes(Windows windows) =>
    [
        OnnxAttributes.Make("kernel_shape", windows.Kernel),
        OnnxAttributes.Make("strides", windows.Stride),
        OnnxAttributes.Make("pads", windows.PadBegin.Concat(windows.PadEnd)),
    ];

    /// <summary>Puts entries around the spatial dimensions by a node of its own.</summary>
    private OnnxValue PadSpatial(string name, OnnxValue input, Windows windows, PaddingModes mode)
    {
        if (mode == PaddingModes.Circular)
        {
            return Enumerable.Range(0, windows.Axes)
                .Aggregate(input, (value, axis) => Wrap(name, value, axis + 2, windows.PadBegin[axis], windows.PadEnd[axis]));
        }

        var word = mode switch
        {
            PaddingModes.Reflect => "reflect",
            PaddingModes.Replicate => "edge",
            _ => "constant",
        };
        long[] pads = [0, 0, .. windows.PadBegin, 0, 0, .. windows.PadEnd];
        OnnxDimension[] shape = [.. input.Shape.Select((d, i) => i < 2 ? d : d + (windows.PadBegin[i - 2] + windows.PadEnd[i - 2]))];
        return Node("Pad", $"{name}/Pad", [input, Constant(pads)], input.ElementType, shape, OnnxAttributes.Make("mode", word));
    }

    /// <summary>Continues one dimension by its own other end. ONNX has this as a padding mode only from opset 19.</summary>
    private OnnxValue Wrap(string name, OnnxValue input, int axis, long begin, long end)
    {
        var parts = new List<OnnxValue>();
        if (begin > 0)
        {
            parts.Add(Sliced($"{name}/Slice", input, axis, -begin, long.MaxValue, 1, begin));
        }

        parts.Add(input);
        if (end > 0)
        {
            parts.Add(Sliced($"{name}/Slice", input, axis, 0, end, 1, end));
        }

        return parts.Count == 1 ? input : Cat($"{name}/Concat", parts, axis);
    }
}
