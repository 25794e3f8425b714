namespace TorchSharp;

/// <summary>Choosing elements by truth values.</summary>
internal static unsafe class Selection
{
    /// <summary>Elements of x where the condition holds, of y elsewhere.</summary>
    internal static Tensor Where(Tensor condition, Tensor x, Tensor y)
    {
        RequireMask(condition, "where");
        using Scratch scratch = Scratch.Begin();
        ScalarType dtype = Dtype.Result(x, y);
        Tensor a = Casts.Same(x, dtype);
        Tensor b = Casts.Same(y, dtype);
        long[] sizes = TensorShape.Broadcast(TensorShape.Broadcast(condition.Sizes, x.Sizes, "where"), y.Sizes, "where");
        Tensor result = Tensor.Empty(sizes, dtype);
        Select(result, condition, a, b);
        return scratch.Keep(Node.IsNeeded(x, y) ? new WhereNode(condition, x, y).Record(result) : result);
    }

    internal static Tensor MaskedFill(Tensor x, Tensor mask, Scalar value)
    {
        using Scratch scratch = Scratch.Begin();
        RequireMask(mask, "masked_fill");
        long[] sizes = TensorShape.Broadcast(x.Sizes, mask.Sizes, "masked_fill");
        Tensor filled = Copies.Clone(sizes.AsSpan().SequenceEqual(x.Sizes) ? x : Views.Expand(x, sizes), contiguous: true);
        return scratch.Keep(MaskedFillInto(filled, mask, value));
    }

    internal static Tensor MaskedFillInto(Tensor x, Tensor mask, Scalar value)
    {
        RequireMask(mask, "masked_fill_");
        InPlace.Check(x);
        InPlace.CheckResult(x, TensorShape.Broadcast(x.Sizes, mask.Sizes, "masked_fill_"), x.dtype);
        Node? node = Node.IsNeeded(x) ? new MaskNode(x, mask) : null;
        using (Scratch.Begin())
        {
            Select(x, mask, Tensor.Empty([], x.dtype).fill_(value), x);
        }

        return InPlace.Finish(x, node);
    }

    private static void RequireMask(Tensor mask, string operation)
    {
        if (mask.dtype is not (ScalarType.Bool or ScalarType.Byte))
        {
            throw TorchError.Of($"{operation} expected condition to be a boolean tensor, but got a tensor with dtype {TorchError.DtypeName(mask.dtype)}");
        }
    }

    private static void Select(Tensor result, Tensor condition, Tensor x, Tensor y)
    {
        switch (Dtype.Size(result.dtype))
        {
            case 1: Run<byte>(result, condition, x, y); break;
            case 2: Run<short>(result, condition, x, y); break;
            case 4: Run<int>(result, condition, x, y); break;
            default: Run<long>(result, condition, x, y); break;
        }
    }

    private static void Run<T>(Tensor result, Tensor condition, Tensor x, Tensor y)
        where T : unmanaged
    {
        var row = new ElementRows.Select<T>(result.Pointer<T>(), condition.Pointer<byte>(), x.Pointer<T>(), y.Pointer<T>());
        StridedLoop.Run(result.Sizes, row, result.Strides, Elements.Expanded(condition, result), Elements.Expanded(x, result), Elements.Expanded(y, result));
        GC.KeepAlive(result);
        GC.KeepAlive(condition);
        GC.KeepAlive(x);
        GC.KeepAlive(y);
    }

    private sealed class WhereNode : Node
    {
        private readonly SavedTensor condition;
        private readonly long[] sizesX;
        private readonly long[] sizesY;
        private readonly ScalarType typeX;
        private readonly ScalarType typeY;

        internal WhereNode(Tensor condition, Tensor x, Tensor y)
            : base("WhereBackward0", x, y)
        {
            this.condition = Save(condition);
            (sizesX, typeX) = (x.Impl.Sizes, x.dtype);
            (sizesY, typeY) = (y.Impl.Sizes, y.dtype);
        }

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            Tensor zero = Tensor.Zeros([], grad.dtype);
            if (Needs(0))
            {
                inputGrads[0] = GradientShape.SumTo(Where(condition.Value, grad, zero), sizesX, typeX);
            }

            if (Needs(1))
            {
                inputGrads[1] = GradientShape.SumTo(Where(condition.Value, zero, grad), sizesY, typeY);
            }
        }
    }

    private sealed class MaskNode : Node
    {
        private readonly SavedTensor mask;

        internal MaskNode(Tensor x, Tensor mask)
            : base("MaskedFillBackward0", x)
        {
            this.mask = Save(mask);
        }

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) =>
            inputGrads[0] = Where(mask.Value, Tensor.Zeros([], grad.dtype), grad);
    }
}
