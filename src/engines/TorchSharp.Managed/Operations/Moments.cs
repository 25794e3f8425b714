namespace TorchSharp;

/// <summary>Variance, standard deviation, norms and quantiles.</summary>
internal static class Moments
{
    internal static Tensor Variance(Tensor x, ReadOnlySpan<long> dims, bool unbiased, bool keepdim, ScalarType? type = null)
    {
        using Scratch scratch = Scratch.Begin();
        Tensor input = type is { } dtype ? Casts.To(x, dtype) : x;
        if (!Dtype.IsFloating(input.dtype))
        {
            throw TorchError.Of($"std and var only support floating point dtypes, not {input.dtype}");
        }

        Tensor centred = input.sub(Reductions.Mean(input, dims, keepdim: true));
        Tensor squares = Reductions.Sum(Functions.Square(centred), dims, keepdim);
        double count = (double)x.numel() / Math.Max(1, squares.numel());
        return scratch.Keep(squares.div(Math.Max(0, count - (unbiased ? 1 : 0))));
    }

    internal static Tensor Deviation(Tensor x, ReadOnlySpan<long> dims, bool unbiased, bool keepdim, ScalarType? type = null)
    {
        using Scratch scratch = Scratch.Begin();
        return scratch.Keep(Root(Variance(x, dims, unbiased, keepdim, type), "StdBackward0"));
    }

    internal static Tensor Norm(Tensor x, ReadOnlySpan<long> dims, bool keepdim, float p)
    {
        if (!Dtype.IsFloating(x.dtype))
        {
            throw TorchError.Of($"linalg.vector_norm: Expected a floating point or complex tensor as input. Got {TorchError.DtypeName(x.dtype)}");
        }

        using Scratch scratch = Scratch.Begin();
        return scratch.Keep(p switch
        {
            2 => Root(Reductions.Sum(Functions.Square(x), dims, keepdim), "LinalgVectorNormBackward0"),
            1 => Reductions.Sum(Functions.Abs(x), dims, keepdim),
            0 => Reductions.Sum(x.detach().ne(0), dims, keepdim, x.dtype),
            float.PositiveInfinity => Reductions.Extreme(Functions.Abs(x), dims, keepdim, largest: true),
            float.NegativeInfinity => Reductions.Extreme(Functions.Abs(x), dims, keepdim, largest: false),
            _ => Powers.Power(Reductions.Sum(Powers.Power(Functions.Abs(x), p), dims, keepdim), 1.0 / p),
        });
    }

    /// <summary>Quantiles along a dimension (-1 for all elements together), interpolated linearly between the nearest two.</summary>
    internal static Tensor Quantile(Tensor x, Tensor q, long dim, bool keepdim)
    {
        if (!Dtype.IsFloating(x.dtype) || q.dtype != x.dtype)
        {
            throw TorchError.Of($"quantile() input tensor must be either float or double dtype and q of the same, but they are {x.dtype} and {q.dtype}");
        }

        if (x.numel() == 0 || q.Rank > 1)
        {
            throw TorchError.Of(q.Rank > 1 ? $"quantile() q must be a scalar or 1D tensor, but has the shape {TensorShape.Describe(q.Sizes)}" : "quantile() input tensor must be non-empty");
        }

        using Scratch scratch = Scratch.Begin();
        if (q.numel() == 0)
        {
            // No quantiles, in the shape that one would have.
            return scratch.Keep(Views.Narrow(Quantile(x, Tensor.Zeros([1], x.dtype), dim, keepdim), 0, 0, 0));
        }

        bool all = dim == -1;
        int d = all ? 0 : TensorShape.Dimension(dim, x.Rank);
        Tensor rows = all || x.Rank == 0 ? Views.Reshaped(x, [-1]) : Views.Transpose(x, d, -1);
        Tensor sorted = Gathering.Along(rows, -1, Positions.Order(rows, -1, descending: false));
        long last = rows.Sizes[^1] - 1;
        var results = new List<Tensor>();
        foreach (double probability in Casts.Same(q.Plain(), ScalarType.Float64).data<double>())
        {
            if (!(probability >= 0 && probability <= 1))
            {
                throw TorchError.Of($"quantile() q values must be in the range [0, 1], but one is {probability}");
            }

            double at = probability * last;
            long below = (long)at;
            Tensor low = Views.Narrow(sorted, -1, below, 1);
            Tensor value = below == last ? low : low.add(Views.Narrow(sorted, -1, below + 1, 1).sub(low).mul(at - below));

            // A row with a NaN has no order, so its quantiles are NaN.
            Tensor nan = Reductions.Truth(Comparisons.IsNaN(rows), [-1], keepdim: true, all: false);
            value = Selection.MaskedFill(value, nan, double.NaN);
            Tensor back = all || x.Rank == 0 ? Views.Squeeze(value, 0) : Views.Transpose(value, d, -1);
            results.Add(all && keepdim ? Views.Reshaped(back, Reductions.KeptSizes(x.Sizes, Reductions.Folded(x, [])))
                : all || keepdim || x.Rank == 0 ? back
                : Views.Squeeze(back, d));
        }

        return scratch.Keep(q.Rank == 0 ? results[0] : Joining.Stack(results, 0));
    }

    /// <summary>A square root whose gradient at 0 is 0 and not infinite.</summary>
    private static Tensor Root(Tensor x, string name)
    {
        Tensor result = Elements.FloatUnary(x, default(FunctionKernels.Sqrt), name);
        return Node.IsNeeded(x)
            ? new FunctionNode(name, x, result, static (g, y) => Arithmetic.Divide(g, y).mul(0.5).masked_fill(y.eq(0), 0)).Record(result)
            : result;
    }
}
