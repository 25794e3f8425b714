using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>Layer normalization over the last dimensions, and group normalization made of it.</summary>
internal static class LayerNormOperation
{
    internal static Tensor Apply(Tensor input, ReadOnlySpan<long> normalizedShape, Tensor? weight, Tensor? bias, double eps)
    {
        if (normalizedShape.Length == 0 || input.Rank < normalizedShape.Length || !input.Sizes[^normalizedShape.Length..].SequenceEqual(normalizedShape))
        {
            throw TorchError.Of($"Given normalized_shape={TensorShape.Describe(normalizedShape)}, expected input with shape [*, {string.Join(", ", normalizedShape.ToArray())}], but got input of size {TensorShape.Describe(input.Sizes)}");
        }

        Fits(weight, "weight", input, normalizedShape);
        Fits(bias, "bias", input, normalizedShape);
        using Scratch scratch = Scratch.Begin();
        return scratch.Keep(input.dtype switch
        {
            ScalarType.Float32 => Run<float>(input, TensorShape.Count(normalizedShape), weight, bias, eps),
            ScalarType.Float64 => Run<double>(input, TensorShape.Count(normalizedShape), weight, bias, eps),
            _ => throw TorchError.Unsupported("layer_norm", input.dtype),
        });
    }

    internal static Tensor ApplyToGroups(Tensor input, long groups, Tensor? weight, Tensor? bias, double eps)
    {
        if (input.Rank < 2 || groups < 1 || input.Sizes[1] % groups != 0)
        {
            throw TorchError.Of($"group_norm: Expected number of channels in input to be divisible by num_groups, but got input of shape {TensorShape.Describe(input.Sizes)} and num_groups={groups}");
        }

        using Scratch scratch = Scratch.Begin();
        long inGroup = TensorShape.Count(input.Sizes[1..]) / groups;
        Tensor result = Apply(input.reshape(input.Sizes[0] * groups, inGroup), [inGroup], null, null, eps).view(input.Impl.Sizes);
        var perChannel = new long[input.Rank];
        Array.Fill(perChannel, 1);
        perChannel[1] = input.Sizes[1];
        if (weight is not null)
        {
            result = result.mul(weight.view(perChannel));
        }

        return scratch.Keep(bias is null ? result : result.add(bias.view(perChannel)));
    }

    private static unsafe Tensor Run<T>(Tensor input, long normalized, Tensor? weight, Tensor? bias, double eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint columns = (nint)normalized;
        nint count = columns == 0 ? 0 : (nint)(input.numel() / columns);
        Tensor x = Rows.Contiguous(input);
        Tensor? w = weight is null ? null : Rows.Contiguous(weight);
        Tensor? b = bias is null ? null : Rows.Contiguous(bias);
        Tensor means = Tensor.Empty([count], x.dtype);
        Tensor inverses = Tensor.Empty([count], x.dtype);
        Tensor y = Tensor.Empty(x.Sizes, x.dtype);
        var job = new LayerNormJob<T>(columns, eps, x.Pointer<T>(), w is null ? null : w.Pointer<T>(), b is null ? null : b.Pointer<T>(), means.Pointer<T>(), inverses.Pointer<T>(), y.Pointer<T>());
        Workers.For(count, SoftmaxKernel.RowGrain(columns), job);
        GC.KeepAlive(x);
        GC.KeepAlive(w);
        GC.KeepAlive(b);
        return Node.IsNeeded(input, weight, bias) ? new LayerNormNode<T>(input, x, columns, weight, bias, means, inverses).Record(y) : y;
    }

    private static void Fits(Tensor? tensor, string name, Tensor input, ReadOnlySpan<long> normalizedShape)
    {
        if (tensor is not null && (!tensor.Sizes.SequenceEqual(normalizedShape) || tensor.dtype != input.dtype))
        {
            throw TorchError.Of($"layer_norm: Expected {name} to be of the shape {TensorShape.Describe(normalizedShape)} and type {TorchError.DtypeName(input.dtype)}, but got {TensorShape.Describe(tensor.Sizes)} and {TorchError.DtypeName(tensor.dtype)}");
        }
    }
}
