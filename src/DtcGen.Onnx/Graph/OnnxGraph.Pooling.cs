using TorchSharp;

namespace DtcGen.Onnx;

// Pooling.
public sealed partial class OnnxGraph
{
    /// <summary><c>functional.max_pool1d</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape [batch, channels, length].</param>
    /// <param name="kernel_size">The window's size.</param>
    /// <param name="stride">How far it moves; null is its size.</param>
    /// <param name="padding">What is added at either end; null is nothing.</param>
    /// <param name="dilation">The distance between the window's points; null is 1.</param>
    /// <param name="ceil_mode">Whether a last, partial window counts.</param>
    public OnnxValue MaxPool1d(
        string name,
        OnnxValue input,
        long[] kernel_size,
        long[]? stride = null,
        long[]? padding = null,
        long[]? dilation = null,
        bool ceil_mode = false)
        => MaxPool(name, input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary><c>functional.max_pool2d</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape [batch, channels, height, width].</param>
    /// <param name="kernel_size">The window's size; one number or one for each axis.</param>
    /// <param name="stride">How far it moves; null is its size.</param>
    /// <param name="padding">What is added at either end; null is nothing.</param>
    /// <param name="dilation">The distance between the window's points; null is 1.</param>
    /// <param name="ceil_mode">Whether a last, partial window counts.</param>
    public OnnxValue MaxPool2d(
        string name,
        OnnxValue input,
        long[] kernel_size,
        long[]? stride = null,
        long[]? padding = null,
        long[]? dilation = null,
        bool ceil_mode = false)
        => MaxPool(name, input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary><c>functional.avg_pool1d</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape [batch, channels, length].</param>
    /// <param name="kernel_size">The window's size.</param>
    /// <param name="stride">How far it moves; null is its size.</param>
    /// <param name="padding">What is added at either end; null is nothing.</param>
    /// <param name="ceil_mode">Whether a last, partial window counts.</param>
    /// <param name="count_include_pad">Whether padding counts among the entries averaged.</param>
    public OnnxValue AvgPool1d(
        string name,
        OnnxValue input,
        long[] kernel_size,
        long[]? stride = null,
        long[]? padding = null,
        bool ceil_mode = false,
        bool count_include_pad = true)
        => AvgPool(name, input, kernel_size, stride, padding, ceil_mode, count_include_pad, null);

    /// <summary><c>functional.avg_pool2d</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape [batch, channels, height, width].</param>
    /// <param name="kernel_size">The window's size; one number or one for each axis.</param>
    /// <param name="stride">How far it moves; null is its size.</param>
    /// <param name="padding">What is added at either end; null is nothing.</param>
    /// <param name="ceil_mode">Whether a last, partial window counts.</param>
    /// <param name="count_include_pad">Whether padding counts among the entries averaged.</param>
    /// <param name="divisor_override">What sums are divided by instead of the window's size.</param>
    public OnnxValue AvgPool2d(
        string name,
        OnnxValue input,
        long[] kernel_size,
        long[]? stride = null,
        long[]? padding = null,
        bool ceil_mode = false,
        bool count_include_pad = true,
        long? divisor_override = null)
        => AvgPool(name, input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

    /// <summary><c>functional.adaptive_avg_pool1d</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape [batch, channels, length].</param>
    /// <param name="output_size">The output's length.</param>
    public OnnxValue AdaptiveAvgPool1d(string name, OnnxValue input, params long[] output_size)
        => AdaptiveAvgPool(name, input, output_size);

    /// <summary>
    /// <c>functional.adaptive_avg_pool2d</c>: GlobalAveragePool for size 1, AveragePool where the sizes divide, two
    /// matrix products otherwise.
    /// </summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape [batch, channels, height, width].</param>
    /// <param name="output_size">The output's size; one number or one for each axis.</param>
    public OnnxValue AdaptiveAvgPool2d(string name, OnnxValue input, params long[] output_size)
        => AdaptiveAvgPool(name, input, output_size.Length == 1 ? [output_size[0], output_size[0]] : output_size);

    private OnnxValue MaxPool(string name, OnnxValue input, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceil)
    {
        var windows = Windows.Make(name, input, kernel, stride, padding, dilation, defaultStride: kernel);
        if (ceil)
        {
            windows = windows.Ceil(name, input);
        }

        OnnxDimension[] shape = [.. input.Shape.Take(2), .. windows.Count(name, input, UnknownDimension)];
        return Node(
            "MaxPool",
            name,
            [input],
            input.ElementType,
            shape,
            [.. WindowAttributes(windows), OnnxAttributes.Make("dilations", windows.Dilation)]);
    }

    private OnnxValue AvgPool(
        string name, OnnxValue input, long[] kernel, long[]? stride, long[]? padding, bool ceil, bool includePad, long? divisor)
    {
        var windows = Windows.Make(name, input, kernel, stride, padding, null, defaultStride: kernel);
        var full = ceil ? windows.Ceil(name, input) : windows;
        var partial = !full.PadEnd.AsSpan().SequenceEqual(windows.PadEnd);
        if (divisor is not null || (partial && includePad))
        {
            // Real zeros in place of padding: all of them when a divisor is given, else those that count as entries.
            var zeros = divisor is null ? windows : full;
            var none = new long[windows.Axes];
            long[] rest = [.. full.PadEnd.Zip(zeros.PadEnd, static (all, done) => all - done)];
            if (zeros.PadBegin.Concat(zeros.PadEnd).Any(static p => p > 0))
            {
                input = PadSpatial(name, input, zeros, PaddingModes.Constant);
            }

            full = full with { PadBegin = none, PadEnd = rest };
            includePad = false;
        }

        OnnxDimension[] shape = [.. input.Shape.Take(2), .. full.Count(name, input, UnknownDimension)];
        var mean = Node(
            "AveragePool",
            divisor is null ? name : $"{name}/AveragePool",
            [input],
            input.ElementType,
            shape,
            [.. WindowAttributes(full), OnnxAttributes.Make("count_include_pad", includePad ? 1 : 0)]);
        return divisor is long number ? Mul(name, mean, (double)full.Kernel.Aggregate(1L, static (a, b) => a * b) / number) : mean;
    }

    private OnnxValue AdaptiveAvgPool(string name, OnnxValue input, long[] sizes)
    {
        if (input.Rank != sizes.Length + 2)
        {
            throw new OnnxExportException($"{name}: pooling to [{string.Join(", ", sizes)}] cannot take {input}.");
        }

        OnnxDimension[] shape = [.. input.Shape.Take(2), .. sizes.Select(static s => (OnnxDimension)s)];
        if (sizes.All(static s => s == 1))
        {
            return Node("GlobalAveragePool", name, [input], input.ElementType, shape);
        }

        OnnxDimension[] spatial = [.. input.Shape.Skip(2)];
        if (spatial.Any(static d => !d.IsStatic))
        {
            throw new OnnxExportException(
                $"{name}: pooling to [{string.Join(", ", sizes)}] needs spatial dimensions that are known when exporting, and {input} leaves one open.");
        }

        long[] from = [.. spatial.Select(static d => d.Value!.Value)];
        if (from.Zip(sizes).All(static p => p.First % p.Second == 0))
        {
            long[] kernel = [.. from.Zip(sizes, static (a, b) => a / b)];
            return AvgPool(name, input, kernel, kernel, null, ceil: false, includePad: false, divisor: null);
        }

        // Unequal windows: averaging along an axis is a product with a matrix of shares.
        var onlyWidth = sizes.Length == 1;
        OnnxDimension[] wide = [.. input.Shape.SkipLast(1), sizes[^1]];
        var width = Node(
            "MatMul",
            onlyWidth ? name : $"{name}/MatMul",
            [input, Shares(from[^1], sizes[^1], transposed: false, input.ElementType)],
            input.ElementType,
            wide);
        return onlyWidth
            ? width
            : Node("MatMul", name, [Shares(from[0], sizes[0], transposed: true, input.ElementType), width], input.ElementType, shape);
    }

    /// <summary>The matrix that averages windows ⌊i·n/m⌋ to ⌈(i+1)·n/m⌉ of n entries into m.</summary>
    private OnnxValue Shares(long from, long to, bool transposed, OnnxElementType type)
    {
        var shares = new double[from * to];
        for (long i = 0; i < to; i++)
        {
            var start = i * from / to;
            var end = (((i + 1) * from) + to - 1) / to;
            for (var j = start; j < end; j++)
            {
                shares[transposed ? (i * from) + j : (j * to) + i] = 1.0 / (end - start);
            }
        }

        long[] shape = transposed ? [to, from] : [from, to];
        return Constant(
            $"shares {type} {from} {to} {transposed}",
            "shares",
            n => TensorData.Make(n, type, shape, [.. shares.SelectMany(s => TensorData.Scalar(type, s))]));
    }
}
