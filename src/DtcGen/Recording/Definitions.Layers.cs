using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Of layers, and of images.
internal static partial class Definitions
{
    /// <summary>A normalisation by numbers that are known for each channel.</summary>
    public static Tensor BatchNorm(Composition steps, Tensor x, Tensor mean, Tensor variance, Tensor? weight, Tensor? bias, double eps)
    {
        var scaled = steps.Div(
            steps.Sub(x, PerChannel(steps, mean, x)), steps.Sqrt(steps.Add(PerChannel(steps, variance, x), eps)));
        return Scaled(steps, scaled, weight, bias);
    }

    /// <summary>A normalisation over the places, and over groups of channels.</summary>
    public static Tensor GroupNorm(Composition steps, Tensor x, long groups, Tensor? weight, Tensor? bias, double eps)
    {
        var grouped = steps.ReshapeAround(x, 2, x.shape[0], groups, x.numel() / x.shape[0] / groups);
        var centred = steps.Sub(grouped, steps.Mean(grouped, true, 2));
        var variance = steps.Mean(steps.Mul(centred, centred), true, 2);
        var normal = steps.Div(centred, steps.Sqrt(steps.Add(variance, eps)));
        return Scaled(steps, steps.Reshape(normal, x.shape), weight, bias);
    }

    public static Tensor LocalResponseNorm(Composition steps, Tensor x, long size, double alpha, double beta, double k)
    {
        long[] pads = [.. Enumerable.Repeat(0L, ((int)x.ndim - 2) * 2), size / 2, (size - 1) / 2];
        var squares = steps.Pad(steps.Mul(x, x), pads);
        var channels = x.shape[1];
        var sum = Enumerable.Range(0, (int)size)
            .Select(i => steps.Slice(squares, 1, i, i + channels))
            .Aggregate(steps.Add);
        return steps.Div(x, steps.Pow(steps.Add(steps.Mul(sum, alpha / size), k), beta));
    }

    public static Tensor Bilinear(Composition steps, Tensor x, Tensor y, Tensor weight, Tensor? bias)
    {
        const string Equation = "...i,kij,...j->...k";
        var product = steps.Step(OperatorKind.Functional, "Einsum", [x, weight, y], einsum(Equation, x, weight, y), Equation);
        return bias is null ? product : steps.Add(product, bias);
    }

    /// <summary>Windows of an image, side by side as columns.</summary>
    public static Tensor Unfold(Composition steps, Tensor x, long[] kernel, long[] dilation, long[] padding, long[] stride)
    {
        if (padding.Any(static pad => pad > 0))
        {
            x = steps.Pad(x, [padding[1], padding[1], padding[0], padding[0]]);
        }

        long[] counts = [.. Enumerable.Range(0, 2).Select(d => ((x.shape[d + 2] - (dilation[d] * (kernel[d] - 1)) - 1) / stride[d]) + 1)];
        var parts = new List<Tensor>();
        for (var i = 0; i < kernel[0]; i++)
        {
            var rows = steps.Slice(x, 2, i * dilation[0], (i * dilation[0]) + ((counts[0] - 1) * stride[0]) + 1, stride[0]);
            for (var j = 0; j < kernel[1]; j++)
            {
                parts.Add(
                    steps.Slice(rows, 3, j * dilation[1], (j * dilation[1]) + ((counts[1] - 1) * stride[1]) + 1, stride[1]));
            }
        }

        return steps.Flatten(steps.Flatten(steps.Stack(parts, 2), 1, 2), 2, 3);
    }

    /// <summary>Columns put back where windows of an image were, added where these meet: a convolution that is transposed.</summary>
    public static Tensor Fold(
        Composition steps, Tensor x, long[] output, long[] kernel, long[] dilation, long[] padding, long[] stride)
    {
        long[] counts =
            [.. Enumerable.Range(0, 2).Select(d => ((output[d] + (2 * padding[d]) - (dilation[d] * (kernel[d] - 1)) - 1) / stride[d]) + 1)];
        var (points, channels) = (kernel[0] * kernel[1], x.shape[1] / (kernel[0] * kernel[1]));
        var grid = steps.Reshape(x, x.shape[0], x.shape[1], counts[0], counts[1]);
        var weight = eye(points, dtype: x.dtype, device: x.device).reshape(points, 1, kernel[0], kernel[1]).repeat(channels, 1, 1, 1);
        long[] more = [.. Enumerable.Range(0, 2)
            .Select(d => output[d] - (((counts[d] - 1) * stride[d]) - (2 * padding[d]) + (dilation[d] * (kernel[d] - 1)) + 1))];
        return steps.Step(
            OperatorKind.Functional,
            "ConvTranspose",
            [grid, weight],
            nn.functional.conv_transpose2d(grid, weight, null, stride, padding, more, dilation, channels),
            stride,
            padding,
            dilation,
            channels);
    }

    public static Tensor PixelUnshuffle(Composition steps, Tensor x, long factor)
    {
        var (n, c, h, w) = (x.shape[0], x.shape[1], x.shape[2] / factor, x.shape[3] / factor);
        var parts = steps.Permute(steps.ReshapeAround(x, 1, n, c, h, factor, w, factor), 0, 1, 3, 5, 2, 4);
        return steps.Flatten(steps.Flatten(parts, 1, 2), 1, 2);
    }

    public static Tensor ChannelShuffle(Composition steps, Tensor x, long groups)
    {
        var rest = x.shape[2..];
        var parts = steps.ReshapeAround(x, 2, [x.shape[0], groups, x.shape[1] / groups, .. rest]);
        return steps.Flatten(steps.Transpose(parts, 1, 2), 1, 2);
    }

    /// <summary>The largest or the mean of windows that divide each dimension of space as evenly as they can.</summary>
    public static Tensor AdaptivePool(Composition steps, Tensor x, long[] sizes, bool isMax)
    {
        for (var i = 0; i < sizes.Length; i++)
        {
            var dim = x.ndim - sizes.Length + i;
            var (from, to) = (x.shape[dim], sizes[i]);
            if (from == to)
            {
                continue;
            }

            var parts = new List<Tensor>();
            for (long j = 0; j < to; j++)
            {
                var window = to == 1 ? x : steps.Slice(x, dim, j * from / to, (((j + 1) * from) + to - 1) / to);
                parts.Add(isMax ? steps.Amax(window, true, dim) : steps.Mean(window, true, dim));
            }

            x = parts is [var one] ? one : steps.Cat(parts, dim);
        }

        return x;
    }

    /// <summary>Padding with what stands at the other side.</summary>
    public static Tensor PadAround(Composition steps, Tensor x, long[] pads)
    {
        for (var i = 0; i < pads.Length / 2; i++)
        {
            var (dim, before, after) = (x.ndim - 1 - i, pads[2 * i], pads[(2 * i) + 1]);
            if (before < 0 || after < 0)
            {
                throw new UnfollowedException("around, by a negative number");
            }

            var parts = new List<Tensor>();
            if (before > 0)
            {
                parts.Add(steps.Slice(x, dim, -before, long.MaxValue));
            }

            parts.Add(x);
            if (after > 0)
            {
                parts.Add(steps.Slice(x, dim, 0, after));
            }

            x = parts.Count == 1 ? x : steps.Cat(parts, dim);
        }

        return x;
    }

    public static Tensor LpPool(
        Composition steps,
        Tensor x,
        double p,
        Func<Tensor, Tensor> average,
        OperatorKind kind,
        long[] kernel,
        IReadOnlyList<object?> window)
    {
        var powers = steps.Pow(x, p);
        var mean = steps.Step(kind, string.Empty, [powers], average(powers), window);
        return steps.Pow(steps.Mul(mean, kernel.Aggregate(1.0, static (product, size) => product * size)), 1 / p);
    }

    /// <summary>The sum, mean or largest of the rows of a table that a bag names.</summary>
    public static Tensor EmbeddingBag(Composition steps, Tensor indices, Tensor weight, Tensor? shares, int mode)
    {
        var rows = steps.Step(OperatorKind.Functional, "Embedding", [indices, weight], weight[indices]);
        rows = shares is null ? rows : steps.Mul(rows, steps.Unsqueeze(shares, -1));
        return mode switch
        {
            0 => steps.Sum(rows, false, 1),
            1 => steps.Mean(rows, false, 1),
            _ => steps.Amax(rows, false, 1),
        };
    }

    private static Tensor Scaled(Composition steps, Tensor x, Tensor? weight, Tensor? bias)
    {
        x = weight is null ? x : steps.Mul(x, PerChannel(steps, weight, x));
        return bias is null ? x : steps.Add(x, PerChannel(steps, bias, x));
    }

    private static Tensor PerChannel(Composition steps, Tensor numbers, Tensor x)
        => x.ndim == 2 ? numbers : steps.Reshape(numbers, [-1, .. Enumerable.Repeat(1L, (int)x.ndim - 2)]);
}
