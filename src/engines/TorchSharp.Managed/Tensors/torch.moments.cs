namespace TorchSharp;

public static partial class torch
{
    /// <summary>The standard deviation of all elements.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The tensor is not floating point.</exception>
    public static Tensor std(Tensor input, bool unbiased = true) => input.std(unbiased);

    /// <summary>The standard deviation over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions' numbers.</param>
    /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions' numbers.</param>
    /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor std(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions' numbers.</param>
    /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor std(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions' numbers.</param>
    /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor std(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The variance of all elements.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The tensor is not floating point.</exception>
    public static Tensor var(Tensor input, bool unbiased = true) => input.var(unbiased);

    /// <summary>The variance over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions' numbers.</param>
    /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The variance over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions' numbers.</param>
    /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor var(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The variance over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions' numbers.</param>
    /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor var(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The variance over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions' numbers.</param>
    /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor var(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The Euclidean norm of all elements.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The tensor is not floating point.</exception>
    public static Tensor norm(Tensor input) => input.norm();

    /// <summary>The p-norm of all elements.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="p">The norm's order.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The tensor is not floating point.</exception>
    public static Tensor norm(Tensor input, float p = 2f) => input.norm(p);

    /// <summary>p-norms along a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimension">The dimension's number.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="p">The norm's order.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2f) => input.norm(dimension, keepdim, p);

    /// <summary>Quantiles along a dimension, interpolated linearly between the nearest elements; -1 stands for all elements together.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="q">Probabilities in [0, 1].</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">A probability is outside [0, 1], or the types differ.</exception>
    public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => input.quantile(q, dim, keepdim);
}
