using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>A function applied to a range of elements.</summary>
internal readonly unsafe struct UnaryJob<T>(UnaryOp op, T* source, T* target) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        // Spans count in int, and a block that stays in the first cache costs nothing extra.
        const nint Block = 4096;
        for (nint start = from; start < to; start += Block)
        {
            int length = (int)Math.Min(Block, to - start);
            Apply(new ReadOnlySpan<T>(source + start, length), new Span<T>(target + start, length));
        }
    }

    private void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        switch (op)
        {
            case UnaryOp.Relu:
                // Max keeps NaN, as PyTorch's relu does.
                TensorPrimitives.Max(x, T.Zero, y);
                break;
            case UnaryOp.Exp:
                TensorPrimitives.Exp(x, y);
                break;
            case UnaryOp.Log:
                TensorPrimitives.Log(x, y);
                break;
            case UnaryOp.Tanh:
                TensorPrimitives.Tanh(x, y);
                break;
            case UnaryOp.Sigmoid:
                TensorPrimitives.Sigmoid(x, y);
                break;
            case UnaryOp.Gelu:
                ErrorFunction.Gelu(x, y);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(op), op, "not a function of one variable");
        }
    }
}
