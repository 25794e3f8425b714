namespace TorchSharp;

/// <summary>Sums, means, extremes and truth over dimensions.</summary>
internal static class Reductions
{
    /// <summary>Which dimensions a list of numbers names; an empty list names all.</summary>
    internal static bool[] Folded(Tensor x, ReadOnlySpan<long> dims)
    {
        var folded = new bool[x.Rank];
        if (dims.IsEmpty)
        {
            Array.Fill(folded, true);
        }

        foreach (long dim in dims)
        {
            int d = TensorShape.Dimension(dim, x.Rank);
            if (x.Rank == 0)
            {
                continue;
            }

            if (folded[d])
            {
                throw TorchError.Of($"dim {d} appears multiple times in the list of dims");
            }

            folded[d] = true;
        }

        return folded;
    }

    internal static Tensor Sum(Tensor x, ReadOnlySpan<long> dims, bool keepdim = false, ScalarType? type = null)
    {
        using Scratch scratch = Scratch.Begin();
        ScalarType dtype = type ?? (Dtype.IsFloating(x.dtype) ? x.dtype : ScalarType.Int64);
        bool[] folded = Folded(x, dims);
        Tensor sum = Reducer.Fold(Casts.Same(x, dtype), folded, default(ReductionKernels.Sum));
        Tensor result = Shaped(sum, x, folded, keepdim);
        return scratch.Keep(Node.IsNeeded(x) ? new SumNode("SumBackward1", x, folded, 1).Record(result) : result);
    }

    internal static Tensor Mean(Tensor x, ReadOnlySpan<long> dims, bool keepdim = false, ScalarType? type = null)
    {
        ScalarType dtype = type ?? x.dtype;
        if (!Dtype.IsFloating(dtype))
        {
            throw TorchError.Of($"mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: {TorchError.DtypeName(dtype)}");
        }

        using Scratch scratch = Scratch.Begin();
        bool[] folded = Folded(x, dims);
        Tensor sum = Reducer.Fold(Casts.Same(x, dtype), folded, default(ReductionKernels.Sum));
        double count = (double)x.numel() / Math.Max(1, sum.numel());
        Elements.FloatUnary(sum, sum, new ArithmeticKernels.DivideByNumber(count), "mean");
        Tensor result = Shaped(sum, x, folded, keepdim);
        return scratch.Keep(Node.IsNeeded(x) ? new SumNode("MeanBackward1", x, folded, 1 / count).Record(result) : result);
    }

    internal static Tensor Extreme(Tensor x, ReadOnlySpan<long> dims, bool keepdim, bool largest)
    {
        using Scratch scratch = Scratch.Begin();
        bool[] folded = Folded(x, dims);
        for (int d = 0; d < folded.Length; d++)
        {
            if (folded[d] && x.Sizes[d] == 0)
            {
                throw TorchError.Of($"{(largest ? "amax" : "amin")}(): Expected reduction dim {d} to have non-zero size, but the tensor has the shape {TensorShape.Describe(x.Sizes)}.");
            }
        }

        Tensor folding = largest
            ? Reducer.Fold(x, folded, default(ReductionKernels.Maximum))
            : Reducer.Fold(x, folded, default(ReductionKernels.Minimum));
        Tensor result = Shaped(folding, x, folded, keepdim);
        return scratch.Keep(Node.IsNeeded(x) ? new ExtremeNode(x, result, folded).Record(result) : result);
    }

    /// <summary>Whether all, or any, elements are not zero.</summary>
    internal static Tensor Truth(Tensor x, ReadOnlySpan<long> dims, bool keepdim, bool all)
    {
        using Scratch scratch = Scratch.Begin();
        bool[] folded = Folded(x, dims);
        Tensor truth = Casts.Same(x.Plain(), ScalarType.Bool);
        bool empty = false;
        for (int d = 0; d < folded.Length; d++)
        {
            empty |= folded[d] && x.Sizes[d] == 0;
        }

        Tensor folding = all ? Reducer.Fold(truth, folded, default(ReductionKernels.Product))
            : empty ? Reducer.Fold(truth, folded, default(ReductionKernels.Sum))
            : Reducer.Fold(truth, folded, default(ReductionKernels.Maximum));
        return scratch.Keep(Shaped(folding, x, folded, keepdim));
    }

    /// <summary>Puts folded dimensions back, as ones, where they are to be kept.</summary>
    internal static Tensor Shaped(Tensor result, Tensor x, ReadOnlySpan<bool> folded, bool keepdim)
    {
        if (!keepdim)
        {
            return result;
        }

        long[] sizes = KeptSizes(x.Sizes, folded);
        return result.Window(sizes, TensorShape.ContiguousStrides(sizes), result.Impl.Offset);
    }

    /// <summary>Lengths with the folded ones as 1.</summary>
    internal static long[] KeptSizes(ReadOnlySpan<long> sizes, ReadOnlySpan<bool> folded)
    {
        long[] result = sizes.ToArray();
        for (int d = 0; d < result.Length; d++)
        {
            result[d] = folded[d] ? 1 : result[d];
        }

        return result;
    }

    private sealed class SumNode(string name, Tensor x, bool[] folded, double factor) : Node(name, x)
    {
        private readonly long[] sizes = x.Impl.Sizes;
        private readonly ScalarType dtype = x.dtype;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            Tensor scaled = factor == 1 ? grad : grad.mul(factor);
            inputGrads[0] = Views.Expand(Casts.Same(Views.Reshaped(scaled, KeptSizes(sizes, folded)), dtype), sizes);
        }
    }

    /// <summary>The gradient goes in equal parts to all elements that are extreme.</summary>
    private sealed class ExtremeNode : Node
    {
        private readonly SavedTensor x;
        private readonly SavedTensor result;
        private readonly bool[] folded;

        internal ExtremeNode(Tensor x, Tensor result, bool[] folded)
            : base("AmaxBackward0", x)
        {
            this.x = Save(x);
            this.result = Save(result);
            this.folded = folded;
        }

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            Tensor input = x.Value;
            long[] kept = KeptSizes(input.Sizes, folded);
            Tensor extreme = Views.Reshaped(result.Value, kept);
            Tensor mask = Casts.Same(input.eq(extreme), grad.dtype);
            Tensor count = Views.Reshaped(Reducer.Fold(mask, folded, default(ReductionKernels.Sum)), kept);
            inputGrads[0] = mask.mul(Arithmetic.Divide(Views.Reshaped(grad, kept), count));
        }
    }
}
