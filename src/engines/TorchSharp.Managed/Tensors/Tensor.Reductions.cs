namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements; integers and truth values are summed as Int64.</summary>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        public Tensor sum(ScalarType? type = null) => Reductions.Sum(this, [], type: type);

        /// <summary>Sums over dimensions; none named means all.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Reductions.Sum(this, dim, keepdim, type);

        /// <summary>Sums over dimensions; none named means all.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Reductions.Sum(this, dim, keepdim, type);

        /// <summary>Sums over a dimension.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Reductions.Sum(this, [dim], keepdim, type);

        /// <summary>Sums over two dimensions.</summary>
        /// <param name="dim0">The first dimension.</param>
        /// <param name="dim1">The second dimension.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => Reductions.Sum(this, [dim0, dim1], keepdim, type);

        /// <summary>Sums over three dimensions.</summary>
        /// <param name="dim0">The first dimension.</param>
        /// <param name="dim1">The second dimension.</param>
        /// <param name="dim2">The third dimension.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Reductions.Sum(this, [dim0, dim1, dim2], keepdim, type);

        /// <summary>The mean of all elements.</summary>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The tensor is not floating point.</exception>
        public Tensor mean() => Reductions.Mean(this, []);

        /// <summary>Means over dimensions.</summary>
        /// <param name="dimensions">The dimensions' numbers.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The tensor is not floating point, or there is no such dimension.</exception>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Reductions.Mean(this, dimensions, keepdim, type);

        /// <summary>The largest elements over dimensions; the gradient is shared between equal ones.</summary>
        /// <param name="dims">The dimensions' numbers.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor amax(params long[] dims) => Reductions.Extreme(this, dims, keepdim: false, largest: true);

        /// <summary>The largest elements over dimensions; the gradient is shared between equal ones.</summary>
        /// <param name="dims">The dimensions' numbers.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="out">Where to write the result; null for a new tensor.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => Output.To(@out, Reductions.Extreme(this, dims, keepdim, largest: true));

        /// <summary>The largest elements over dimensions; the gradient is shared between equal ones.</summary>
        /// <param name="dims">The dimensions' numbers.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="out">Where to write the result; null for a new tensor.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            Output.To(@out, Reductions.Extreme(this, dims, keepdim, largest: true));

        /// <summary>The smallest elements over dimensions; the gradient is shared between equal ones.</summary>
        /// <param name="dims">The dimensions' numbers.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor amin(params long[] dims) => Reductions.Extreme(this, dims, keepdim: false, largest: false);

        /// <summary>The smallest elements over dimensions; the gradient is shared between equal ones.</summary>
        /// <param name="dims">The dimensions' numbers.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="out">Where to write the result; null for a new tensor.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => Output.To(@out, Reductions.Extreme(this, dims, keepdim, largest: false));

        /// <summary>The smallest elements over dimensions; the gradient is shared between equal ones.</summary>
        /// <param name="dims">The dimensions' numbers.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <param name="out">Where to write the result; null for a new tensor.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            Output.To(@out, Reductions.Extreme(this, dims, keepdim, largest: false));

        /// <summary>The largest element.</summary>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The tensor is empty.</exception>
        public Tensor max() => Extremes.Largest(this);

        /// <summary>The smallest element.</summary>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The tensor is empty.</exception>
        public Tensor min() => Extremes.Smallest(this);

        /// <summary>Whether all elements are not zero.</summary>
        /// <returns>A truth value.</returns>
        public Tensor all() => Reductions.Truth(this, [], keepdim: false, all: true);

        /// <summary>Whether all elements along a dimension are not zero.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <returns>Truth values.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor all(long dim, bool keepdim = false) => Reductions.Truth(this, [dim], keepdim, all: true);

        /// <summary>Whether any element is not zero.</summary>
        /// <returns>A truth value.</returns>
        public Tensor any() => Reductions.Truth(this, [], keepdim: false, all: false);

        /// <summary>Whether any element along a dimension is not zero.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <returns>Truth values.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor any(long dim, bool keepdim = false) => Reductions.Truth(this, [dim], keepdim, all: false);

        /// <summary>The index of the largest element, counted row by row; the first of equal ones.</summary>
        /// <returns>An Int64 scalar.</returns>
        /// <exception cref="ExternalException">The tensor is empty.</exception>
        public Tensor argmax() => Positions.Extreme(this, null, keepdim: false, largest: true);

        /// <summary>The indices of the largest elements along a dimension; the first of equal ones.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <returns>Int64 indices.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor argmax(long dim, bool keepdim = false) => Positions.Extreme(this, dim, keepdim, largest: true);

        /// <summary>The index of the smallest element, counted row by row; the first of equal ones.</summary>
        /// <returns>An Int64 scalar.</returns>
        /// <exception cref="ExternalException">The tensor is empty.</exception>
        public Tensor argmin() => Positions.Extreme(this, null, keepdim: false, largest: false);

        /// <summary>The indices of the smallest elements along a dimension; the first of equal ones.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
        /// <returns>Int64 indices.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor argmin(long dim, bool keepdim = false) => Positions.Extreme(this, dim, keepdim, largest: false);

        /// <summary>The indices that put the elements along a dimension in order; equal elements keep their order.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="descending">From the largest to the smallest.</param>
        /// <returns>Int64 indices.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor argsort(long dim = -1, bool descending = false) => Positions.Order(this, dim, descending);

        /// <summary>The sums of the elements up to each along a dimension.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="type">The type to compute and answer in; null for the usual one.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor cumsum(long dim, ScalarType? type = null) => Cumulative.Sum(this, dim, type);
    }
}
