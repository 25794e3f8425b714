namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The standard deviation of all elements.</summary>
        /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The tensor is not floating point.</exception>
        public Tensor std(bool unbiased = true) => Moments.Deviation(this, [], unbiased, keepdim: false);

        /// <summary>The standard deviation over dimensions.</summary>
        /// <param name="dimensions">The dimensions' numbers.</param>
        /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Deviation(this, dimensions, unbiased, keepdim, type);

        /// <summary>The standard deviation over dimensions.</summary>
        /// <param name="dimensions">The dimensions' numbers.</param>
        /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Deviation(this, dimensions, unbiased, keepdim, type);

        /// <summary>The standard deviation over dimensions.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Deviation(this, [dim], unbiased, keepdim, type);

        /// <summary>The standard deviation over dimensions.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Deviation(this, [dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The standard deviation over dimensions.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Deviation(this, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The variance of all elements.</summary>
        /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The tensor is not floating point.</exception>
        public Tensor var(bool unbiased = true) => Moments.Variance(this, [], unbiased, keepdim: false);

        /// <summary>The variance over dimensions.</summary>
        /// <param name="dimensions">The dimensions' numbers.</param>
        /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Variance(this, dimensions, unbiased, keepdim, type);

        /// <summary>The variance over dimensions.</summary>
        /// <param name="dimensions">The dimensions' numbers.</param>
        /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Variance(this, dimensions, unbiased, keepdim, type);

        /// <summary>The variance over dimensions.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Moments.Variance(this, [dim], unbiased, keepdim, type);

        /// <summary>The variance over dimensions.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Variance(this, [dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The variance over dimensions.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="unbiased">Divides by the count minus one instead of the count.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Variance(this, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The p-norm of all elements.</summary>
        /// <param name="p">The norm's order.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The tensor is not floating point.</exception>
        public Tensor norm(float p = 2f) => Moments.Norm(this, [], keepdim: false, p);

        /// <summary>p-norms along a dimension.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="p">The norm's order.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor norm(int dim, bool keepdim = false, float p = 2f) => Moments.Norm(this, [dim], keepdim, p);

        /// <summary>Quantiles along a dimension, interpolated linearly between the nearest elements; -1 stands for all elements together.</summary>
        /// <param name="q">Probabilities in [0, 1].</param>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <returns>For a vector of probabilities, one result per probability along a new first dimension.</returns>
        /// <exception cref="ExternalException">A probability is outside [0, 1], or the types differ.</exception>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Moments.Quantile(this, q, dim, keepdim);
    }
}
