using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>x·Wᵀ + b as one operation: one matrix product, the bias added while the result is in the cache.</summary>
internal static class LinearOperation
{
    internal static Tensor Apply(Tensor input, Tensor weight, Tensor? bias)
    {
        Check(input, weight, bias);
        using Scratch scratch = Scratch.Begin();
        if (weight.Rank == 1 || input.Rank == 0)
        {
            Tensor product = input.matmul(weight.Rank == 1 ? weight : weight.t());
            return scratch.Keep(bias is null ? product : product.add(bias));
        }

        return scratch.Keep(input.dtype == ScalarType.Float32 ? Apply<float>(input, weight, bias) : Apply<double>(input, weight, bias));
    }

    private static unsafe Tensor Apply<T>(Tensor input, Tensor weight, Tensor? bias)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint outputs = (nint)weight.Sizes[0];
        nint inputs = (nint)weight.Sizes[1];
        Tensor x = Rows.Contiguous(input);
        Tensor w = Rows.Contiguous(weight);
        Tensor? b = bias is null ? null : Rows.Contiguous(bias);
        Tensor y = Tensor.Empty([.. input.Sizes[..^1], outputs], input.dtype);
        nint rows = inputs == 0 ? (nint)(y.numel() / Math.Max(outputs, 1)) : (nint)(x.numel() / inputs);
        MatrixProduct.Multiply(false, true, rows, outputs, inputs, x.Pointer<T>(), w.Pointer<T>(), T.Zero, y.Pointer<T>());
        if (b is not null)
        {
            RowKernel.AddBias(rows, outputs, y.Pointer<T>(), b.Pointer<T>(), y.Pointer<T>());
        }

        GC.KeepAlive(x);
        GC.KeepAlive(w);
        GC.KeepAlive(b);
        GC.KeepAlive(y);
        return Node.IsNeeded(input, weight, bias) ? new LinearNode<T>(input, x, weight, bias).Record(y) : y;
    }

    private static void Check(Tensor input, Tensor weight, Tensor? bias)
    {
        if (weight.Rank is not (1 or 2))
        {
            throw TorchError.Of($"linear: the weight must have 1 or 2 dimensions, not the shape {TensorShape.Describe(weight.Sizes)}");
        }

        if (!Dtype.IsFloating(weight.dtype))
        {
            throw TorchError.Unsupported("linear", weight.dtype);
        }

        if (input.dtype != weight.dtype || (bias is not null && bias.dtype != weight.dtype))
        {
            throw TorchError.Of($"mat1 and mat2 must have the same dtype, but got {TorchError.DtypeName(input.dtype)} and {TorchError.DtypeName(weight.dtype)} (linear{(bias is null ? string.Empty : $", bias {TorchError.DtypeName(bias.dtype)}")})");
        }

        if (input.Rank == 0 || input.Sizes[^1] != weight.Sizes[^1])
        {
            long columns = input.Rank == 0 ? 1 : input.Sizes[^1];
            throw TorchError.Of($"mat1 and mat2 shapes cannot be multiplied ({input.numel() / Math.Max(columns, 1)}x{columns} and {weight.Sizes[^1]}x{(weight.Rank == 2 ? weight.Sizes[0] : 1)}): linear of an input {TensorShape.Describe(input.Sizes)} with a weight {TensorShape.Describe(weight.Sizes)}");
        }

        if (bias is not null && weight.Rank == 2 && !(bias.Rank == 1 && bias.Sizes[0] == weight.Sizes[0]))
        {
            throw TorchError.Of($"linear: the bias has the shape {TensorShape.Describe(bias.Sizes)}, but the weight {TensorShape.Describe(weight.Sizes)} asks for [{weight.Sizes[0]}]");
        }
    }
}
