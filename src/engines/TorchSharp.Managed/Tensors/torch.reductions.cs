namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether all elements are not zero.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor all(Tensor input) => input.all();

    /// <summary>Whether all elements along a dimension are not zero.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor all(Tensor input, long dim, bool keepdim = false) => input.all(dim, keepdim);

    /// <summary>Whether any element is not zero.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor any(Tensor input) => input.any();

    /// <summary>Whether any element along a dimension is not zero.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor any(Tensor input, long dim, bool keepdim = false) => input.any(dim, keepdim);

    /// <summary>The largest elements over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dims">The dimensions' numbers.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor amax(Tensor input, long[] dims) => input.amax(dims);

    /// <summary>The largest elements over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dims">The dimensions' numbers.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="out">Where to write the result; null for a new tensor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amax(dims, keepdim, @out);

    /// <summary>The largest elements over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dims">The dimensions' numbers.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="out">Where to write the result; null for a new tensor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor amax(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => input.amax(dims, keepdim, @out);

    /// <summary>The smallest elements over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dims">The dimensions' numbers.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor amin(Tensor input, long[] dims) => input.amin(dims);

    /// <summary>The smallest elements over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dims">The dimensions' numbers.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="out">Where to write the result; null for a new tensor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amin(dims, keepdim, @out);

    /// <summary>The smallest elements over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dims">The dimensions' numbers.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="out">Where to write the result; null for a new tensor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor amin(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => input.amin(dims, keepdim, @out);

    /// <summary>The index of the largest element, counted row by row; the first of equal ones.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor argmax(Tensor input) => input.argmax();

    /// <summary>The indices of the largest elements along a dimension; the first of equal ones.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);

    /// <summary>The index of the smallest element, counted row by row; the first of equal ones.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    public static Tensor argmin(Tensor input) => input.argmin();

    /// <summary>The indices of the smallest elements along a dimension; the first of equal ones.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => input.argmin(dim, keepdim);

    /// <summary>The indices that put the elements along a dimension in order.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="descending">From the largest to the smallest.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => input.argsort(dim, descending);

    /// <summary>The sums of the elements up to each along a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => input.cumsum(dim, type);

    /// <summary>The largest element.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The tensor is empty.</exception>
    public static Tensor max(Tensor input) => input.max();

    /// <summary>The smallest element.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The tensor is empty.</exception>
    public static Tensor min(Tensor input) => input.min();

    /// <summary>The mean of all elements.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The tensor is not floating point.</exception>
    public static Tensor mean(Tensor input) => input.mean();

    /// <summary>Means over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions' numbers.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) => input.mean(dimensions, keepdim, type);

    /// <summary>The sum of all elements.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    /// <summary>Sums over dimensions; none named means all.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary>Sums over a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="keepdim">Keeps reduced dimensions, with length 1.</param>
    /// <param name="type">The type to compute and answer in; null for the usual one.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);
}
