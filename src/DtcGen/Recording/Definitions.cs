using DtcGen.Generators.Reading.Graph;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>What functions and layers compute that are no single operation, as steps that are.</summary>
internal static partial class Definitions
{
    /// <summary>A vector's norm along dimensions.</summary>
    public static Tensor Norm(Composition steps, Tensor x, double p, long[] dims, bool keep) => p switch
    {
        2 => steps.Sqrt(steps.Sum(steps.Mul(x, x), keep, dims)),
        1 => steps.Sum(steps.Abs(x), keep, dims),
        double.PositiveInfinity => steps.Amax(steps.Abs(x), keep, dims),
        > 0 => steps.Pow(steps.Sum(steps.Pow(steps.Abs(x), p), keep, dims), 1 / p),
        _ => throw new UnfollowedException($"of order {p}"),
    };

    public static Tensor Normalize(Composition steps, Tensor x, double p, long dim, double eps)
        => steps.Div(x, steps.ClampMin(Norm(steps, x, p, [dim], keep: true), eps));

    public static Tensor LogSumExp(Composition steps, Tensor x, long[] dims, bool keep)
    {
        var most = steps.Amax(x, true, dims);
        var sum = steps.Log(steps.Sum(steps.Exp(steps.Sub(x, most)), true, dims));
        var made = steps.Add(sum, most);
        return keep ? made : dims.Select(dim => dim < 0 ? dim + x.ndim : dim).OrderDescending().Aggregate(
            made, (value, dim) => steps.Select(value, dim, 0));
    }

    /// <summary>Towards zero.</summary>
    public static Tensor Truncate(Composition steps, Tensor x)
        => steps.Mul(steps.Step(OperatorKind.Unary, "Sign", [x], x.sign()), steps.Floor(steps.Abs(x)));

    /// <summary>What a division leaves, of the divisor's sign.</summary>
    public static Tensor Remainder(Composition steps, Tensor x, object divisor)
    {
        var left = steps.Fmod(x, divisor);
        return divisor is Tensor by
            ? steps.Where(steps.Less(steps.Mul(left, by), 0), steps.Add(left, by), left)
            : steps.Where(steps.Less(steps.Mul(left, (double)divisor), 0), steps.Add(left, (double)divisor), left);
    }

    /// <summary>A quotient, rounded down: as many divisors as leave that remainder.</summary>
    public static Tensor FloorDivide(Composition steps, Tensor x, object divisor)
    {
        var whole = steps.Sub(x, Remainder(steps, x, divisor));
        var quotient = divisor is Tensor by ? steps.Div(whole, by) : steps.Div(whole, (double)divisor);
        return steps.Step(OperatorKind.Unary, "Round", [quotient], quotient.round());
    }

    public static Tensor Threshold(Composition steps, Tensor x, double threshold, double value)
        => steps.Where(steps.Greater(x, threshold), x, Number(x, value));

    public static Tensor Hardshrink(Composition steps, Tensor x, double lambda)
        => steps.Where(steps.Greater(steps.Abs(x), lambda), x, Number(x, 0));

    public static Tensor Softshrink(Composition steps, Tensor x, double lambda) => steps.Sub(x, steps.Clamp(x, -lambda, lambda));

    public static Tensor NanToNum(Composition steps, Tensor x, double nan, double most, double least)
    {
        x = steps.Where(steps.Step(OperatorKind.Unary, "IsNaN", [x], x.isnan()), Number(x, nan), x);
        x = steps.Where(steps.Equal(x, double.PositiveInfinity), Number(x, most), x);
        return steps.Where(steps.Equal(x, double.NegativeInfinity), Number(x, least), x);
    }

    public static Tensor CosineSimilarity(Composition steps, Tensor x, Tensor y, long dim, double eps)
    {
        var product = steps.Sum(steps.Mul(x, y), false, dim);
        var lengths = steps.Mul(steps.Sum(steps.Mul(x, x), false, dim), steps.Sum(steps.Mul(y, y), false, dim));
        return steps.Div(product, steps.Sqrt(steps.ClampMin(lengths, eps * eps)));
    }

    public static Tensor PairwiseDistance(Composition steps, Tensor x, Tensor y, double p, double eps, bool keep)
        => Norm(steps, steps.Add(steps.Sub(x, y), eps), p, [-1], keep);

    public static Tensor OneHot(Composition steps, Tensor x, long classes)
        => steps.Cast(steps.Equal(steps.Unsqueeze(x, x.ndim), arange(classes, device: x.device)), ScalarType.Int64);

    public static Tensor RepeatInterleave(Composition steps, Tensor x, long repeats, long dim)
    {
        var wide = steps.Unsqueeze(x, dim + 1);
        var sizes = wide.shape;
        sizes[dim + 1] = repeats;
        return steps.Flatten(steps.Expand(wide, (int)dim + 1, sizes), dim, dim + 1);
    }

    /// <summary>The last ones come first, along each of some dimensions.</summary>
    public static Tensor Roll(Composition steps, Tensor x, long[] shifts, long[] dims)
    {
        foreach (var (shift, dim) in shifts.Zip(dims))
        {
            var size = x.shape[dim < 0 ? dim + x.ndim : dim];
            var by = size == 0 ? 0 : ((shift % size) + size) % size;
            if (by == 0)
            {
                continue;
            }

            // A shift backwards counts from the front, so that no size of a dimension that is open stands in the file.
            var at = shift > 0 ? -by : size - by;
            x = steps.Cat([steps.Slice(x, dim, at, long.MaxValue), steps.Slice(x, dim, 0, at)], dim);
        }

        return x;
    }

    /// <summary>Windows of a dimension, which stand in a new last one.</summary>
    public static Tensor Windows(Composition steps, Tensor x, long dim, long size, long step)
    {
        dim = dim < 0 ? dim + x.ndim : dim;
        var count = ((x.shape[dim] - size) / step) + 1;
        var places = Enumerable.Range(0, (int)(count * size)).Select(i => (i / size * step) + (i % size)).ToArray();
        var taken = steps.Gather(x, dim, places);
        var parts = steps.Step(
            OperatorKind.Reshape,
            string.Empty,
            [taken],
            taken.unflatten(dim, [count, size]),
            [.. taken.shape.SelectMany((_, d) => d == dim ? new object?[] { count, size } : [-1L])]);
        var order = Enumerable.Range(0, (int)parts.ndim).Select(static d => (long)d).Where(d => d != dim + 1).Append(dim + 1).ToArray();
        return steps.Permute(parts, order);
    }

    public static Tensor Diagonal(Composition steps, Tensor x, long offset, long first, long second)
    {
        (first, second) = (first < 0 ? first + x.ndim : first, second < 0 ? second + x.ndim : second);
        var others = Enumerable.Range(0, (int)x.ndim).Select(static d => (long)d).Where(d => d != first && d != second);
        var (rows, columns) = (x.shape[first], x.shape[second]);
        var places = Enumerable.Range(0, (int)rows)
            .Where(row => row + offset >= 0 && row + offset < columns)
            .Select(row => (row * columns) + row + offset)
            .ToArray();
        return steps.Gather(steps.Flatten(steps.Permute(x, [.. others, first, second]), -2, -1), -1, places);
    }

    public static Tensor Distances(Composition steps, Tensor x, Tensor y, double p)
        => Norm(steps, steps.Sub(steps.Unsqueeze(x, -2), steps.Unsqueeze(y, -3)), p, [-1], keep: false);

    /// <summary>A product with a vector on either side.</summary>
    public static Tensor Matmul(Composition steps, Tensor x, Tensor y)
    {
        var product = steps.Matmul(x.ndim == 1 ? steps.Unsqueeze(x, 0) : x, y.ndim == 1 ? steps.Unsqueeze(y, 1) : y);
        product = y.ndim == 1 ? steps.Select(product, -1, 0) : product;
        return x.ndim == 1 ? steps.Select(product, y.ndim == 1 ? -1 : -2, 0) : product;
    }

    /// <summary>A product added to something.</summary>
    public static Tensor AddProduct(Composition steps, Tensor x, Tensor product, double beta, double alpha)
        => steps.Add(beta == 1 ? x : steps.Mul(x, beta), alpha == 1 ? product : steps.Mul(product, alpha));

    // One number, of a tensor's type.
    private static Tensor Number(Tensor like, double value) => full([1], value, like.dtype, like.device);
}
