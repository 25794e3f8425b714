using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

/// <summary>
/// Convolution, pooling, normalisation and attention by their plain definitions, in double precision, with the names and
/// parameters of torch.nn.functional. Shares no code with what it is compared with.
/// </summary>
internal static class Reference
{
    public static Tensor conv1d(
        Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1)
        => conv2d(input.unsqueeze(2), weight.unsqueeze(2), bias, [1, stride ?? 1], [0, padding ?? 0], [1, dilation ?? 1], groups)
            .squeeze(2);

    public static Tensor conv2d(
        Tensor input,
        Tensor weight,
        Tensor? bias = null,
        long[]? strides = null,
        long[]? padding = null,
        long[]? dilation = null,
        long groups = 1)
    {
        var (stride, pad, spread) = (strides ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1]);
        var (x, w) = (Entries(input), Entries(weight));
        var b = bias is null ? null : Entries(bias);
        var (n, c, h, wide) = (input.shape[0], input.shape[1], input.shape[2], input.shape[3]);
        var (outC, inC, kh, kw) = (weight.shape[0], weight.shape[1], weight.shape[2], weight.shape[3]);
        return Windows(input, outC, [kh, kw], stride, pad, spread, ceil: false, (sample, channel, top, left) =>
        {
            var sum = b?[channel] ?? 0;
            var firstChannel = channel / (outC / groups) * inC;
            for (long ic = 0; ic < inC; ic++)
            {
                for (long i = 0; i < kh; i++)
                {
                    for (long j = 0; j < kw; j++)
                    {
                        var (y, z) = (top + (i * spread[0]), left + (j * spread[1]));
                        if (y >= 0 && y < h && z >= 0 && z < wide)
                        {
                            sum += w[(((((channel * inC) + ic) * kh) + i) * kw) + j]
                                * x[(((((sample * c) + firstChannel + ic) * h) + y) * wide) + z];
                        }
                    }
                }
            }

            return sum;
        });
    }

    public static Tensor max_pool1d(
        Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
        => max_pool2d(input.unsqueeze(2), [1, kernel_size], [1, stride ?? kernel_size], [0, padding ?? 0], [1, dilation ?? 1], ceil_mode)
            .squeeze(2);

    public static Tensor max_pool2d(
        Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
        => Pool(
            input,
            kernel_size,
            strides ?? kernel_size,
            padding ?? [0, 0],
            dilation ?? [1, 1],
            ceil_mode,
            static (inside, _) => inside.Max());

    public static Tensor avg_pool1d(
        Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true)
        => avg_pool2d(input.unsqueeze(2), [1, kernel_size], [1, stride ?? kernel_size], [0, padding ?? 0], ceil_mode, count_include_pad)
            .squeeze(2);

    public static Tensor avg_pool2d(
        Tensor input,
        long[] kernel_size,
        long[]? strides = null,
        long[]? padding = null,
        bool ceil_mode = false,
        bool count_include_pad = true,
        long? divisor_override = null)
        => Pool(input, kernel_size, strides ?? kernel_size, padding ?? [0, 0], [1, 1], ceil_mode, (inside, counted) =>
            inside.Sum() / (divisor_override ?? (count_include_pad ? counted : inside.Count)));

    public static Tensor adaptive_avg_pool1d(Tensor input, long output_size)
        => adaptive_avg_pool2d(input.unsqueeze(2), [1, output_size]).squeeze(2);

    public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size)
    {
        var (h, w) = (input.shape[2], input.shape[3]);
        var x = Entries(input);
        var result = new List<float>();
        for (long plane = 0; plane < input.shape[0] * input.shape[1]; plane++)
        {
            for (long i = 0; i < output_size[0]; i++)
            {
                for (long j = 0; j < output_size[1]; j++)
                {
                    var inside = new List<double>();
                    for (var y = i * h / output_size[0]; y < Math.Ceiling((i + 1) * h / (double)output_size[0]); y++)
                    {
                        for (var z = j * w / output_size[1]; z < Math.Ceiling((j + 1) * w / (double)output_size[1]); z++)
                        {
                            inside.Add(x[(((plane * h) + y) * w) + z]);
                        }
                    }

                    result.Add((float)inside.Average());
                }
            }
        }

        return tensor(result.ToArray()).reshape(input.shape[0], input.shape[1], output_size[0], output_size[1]);
    }

    public static Tensor batch_norm(
        Tensor input, Tensor running_mean, Tensor running_var, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
    {
        long[] shape = [.. input.shape.Select(static (d, i) => i == 1 ? d : 1)];
        var normal = (input - running_mean.reshape(shape)) / (running_var.reshape(shape) + eps).sqrt();
        return (normal * (weight?.reshape(shape) ?? ones(shape))) + (bias?.reshape(shape) ?? zeros(shape));
    }

    public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
    {
        long[] dimensions = [.. Enumerable.Range(0, normalized_shape.Length).Select(i => input.ndim - 1 - i)];
        return Normal(input, dimensions, eps, weight ?? ones(normalized_shape), bias ?? zeros(normalized_shape));
    }

    public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
    {
        long[] shape = [.. input.shape.Select(static (d, i) => i == 1 ? d : 1)];
        var normal = Normal(input.reshape(input.shape[0], num_groups, -1), [2], eps, ones(1), zeros(1)).reshape(input.shape);
        return (normal * (weight?.reshape(shape) ?? ones(shape))) + (bias?.reshape(shape) ?? zeros(shape));
    }

    public static Tensor scaled_dot_product_attention(
        Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, bool is_casual = false)
    {
        var scores = query.matmul(key.transpose(-2, -1)) / Math.Sqrt(query.shape[^1]);
        if (is_casual)
        {
            scores = scores.masked_fill(ones(scores.shape[^2], scores.shape[^1]).triu(1) > 0, float.NegativeInfinity);
        }

        if (attn_mask is not null)
        {
            scores = attn_mask.dtype == ScalarType.Bool ? scores.masked_fill(attn_mask == 0, float.NegativeInfinity) : scores + attn_mask;
        }

        return scores.softmax(-1).matmul(value);
    }

    public static Tensor pad(Tensor input, long[] pad, PaddingModes mode)
    {
        for (var pair = 0; pair < pad.Length / 2; pair++)
        {
            var dim = input.ndim - 1 - pair;
            var size = input.shape[dim];
            long[] from = [
                .. Enumerable.Range(0, (int)(size + pad[2 * pair] + pad[(2 * pair) + 1])).Select(i => Source(i - pad[2 * pair], size, mode))
            ];
            input = input.index_select(dim, tensor(from));
        }

        return input;
    }

    private static long Source(long i, long size, PaddingModes mode) => mode switch
    {
        PaddingModes.Reflect => i < 0 ? -i : i >= size ? (2 * (size - 1)) - i : i,
        PaddingModes.Replicate => Math.Clamp(i, 0, size - 1),
        _ => (i + size) % size,
    };

    private static Tensor Normal(Tensor input, long[] dimensions, double eps, Tensor weight, Tensor bias)
    {
        var centred = input - input.mean(dimensions, keepdim: true);
        return (centred / ((centred * centred).mean(dimensions, keepdim: true) + eps).sqrt() * weight) + bias;
    }

    private static Tensor Pool(
        Tensor input, long[] kernel, long[] stride, long[] pad, long[] dilation, bool ceil, Func<List<double>, long, double> pool)
    {
        var x = Entries(input);
        var (c, h, w) = (input.shape[1], input.shape[2], input.shape[3]);
        return Windows(input, c, kernel, stride, pad, dilation, ceil, (sample, channel, top, left) =>
        {
            var inside = new List<double>();
            long counted = 0;
            for (long i = 0; i < kernel[0]; i++)
            {
                for (long j = 0; j < kernel[1]; j++)
                {
                    var (y, z) = (top + (i * dilation[0]), left + (j * dilation[1]));
                    counted += y < h + pad[0] && z < w + pad[1] ? 1 : 0;
                    if (y >= 0 && y < h && z >= 0 && z < w)
                    {
                        inside.Add(x[(((((sample * c) + channel) * h) + y) * w) + z]);
                    }
                }
            }

            return pool(inside, counted);
        });
    }

    private static Tensor Windows(
        Tensor input,
        long channels,
        long[] kernel,
        long[] stride,
        long[] pad,
        long[] dilation,
        bool ceil,
        Func<long, long, long, long, double> compute)
    {
        var height = Count(input.shape[2], kernel[0], stride[0], pad[0], dilation[0], ceil);
        var width = Count(input.shape[3], kernel[1], stride[1], pad[1], dilation[1], ceil);
        var result = new float[input.shape[0] * channels * height * width];
        long next = 0;
        for (long sample = 0; sample < input.shape[0]; sample++)
        {
            for (long channel = 0; channel < channels; channel++)
            {
                for (long i = 0; i < height; i++)
                {
                    for (long j = 0; j < width; j++)
                    {
                        result[next++] = (float)compute(sample, channel, (i * stride[0]) - pad[0], (j * stride[1]) - pad[1]);
                    }
                }
            }
        }

        return tensor(result).reshape(input.shape[0], channels, height, width);
    }

    private static long Count(long size, long kernel, long stride, long pad, long dilation, bool ceil)
    {
        var steps = (size + (2 * pad) - (dilation * (kernel - 1)) - 1) / (double)stride;
        var count = (long)(ceil ? Math.Ceiling(steps) : Math.Floor(steps)) + 1;
        return ceil && (count - 1) * stride >= size + pad ? count - 1 : count;
    }

    private static double[] Entries(Tensor t) => t.to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
}
