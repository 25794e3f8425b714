namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions that holds a number.</summary>
    /// <param name="scalar">The number.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Of(scalar, [], dtype, device, requires_grad);

    /// <summary>A vector of the elements of an array.</summary>
    /// <param name="dataArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Of<long>(dataArray, [dataArray.Length], dtype, device, requires_grad);

    /// <summary>A vector of the elements of a list.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Of(rawArray, [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A tensor with the shape and elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Of<long>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor with the shape and elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(long[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Of<long>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor with the shape and elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(long[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Of<long>(rawArray, dtype, device, requires_grad);

    /// <summary>The elements of a list in a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentException">The number of elements is not that of the shape.</exception>
    public static Tensor tensor(IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Of(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>The elements of an array in a shape.</summary>
    /// <param name="dataArray">The elements, row by row.</param>
    /// <param name="dimensions">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentException">The number of elements is not that of the shape.</exception>
    public static Tensor tensor(long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Of<long>(dataArray, dimensions, dtype, device, requires_grad);

    /// <summary>The elements of a piece of memory in a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentException">The number of elements is not that of the shape.</exception>
    public static Tensor tensor(Memory<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Of<long>(rawArray.Span, dimensions, dtype, device, requires_grad);

    /// <summary>The elements of a list as a matrix.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="rows">The first dimension's length.</param>
    /// <param name="columns">The second dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentException">The number of elements is not that of the shape.</exception>
    public static Tensor tensor(IList<long> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Of(rawArray, [rows, columns], dtype, device, requires_grad);

    /// <summary>The elements of a list in three dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentException">The number of elements is not that of the shape.</exception>
    public static Tensor tensor(IList<long> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Of(rawArray, [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>The elements of a list in four dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="dim3">The fourth dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentException">The number of elements is not that of the shape.</exception>
    public static Tensor tensor(IList<long> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Of(rawArray, [dim0, dim1, dim2, dim3], dtype, device, requires_grad);
}
