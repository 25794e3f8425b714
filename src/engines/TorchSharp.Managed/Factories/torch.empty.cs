namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor whose elements have arbitrary values.</summary>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Empty(size, dtype ?? ScalarType.Float32, device, requires_grad, "empty");

    /// <summary>A tensor whose elements have arbitrary values.</summary>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Empty(size, dtype ?? ScalarType.Float32, device, requires_grad, "empty");

    /// <summary>A tensor whose elements have arbitrary values.</summary>
    /// <param name="size">The length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Empty([size], dtype ?? ScalarType.Float32, device, requires_grad, "empty");

    /// <summary>A tensor whose elements have arbitrary values.</summary>
    /// <param name="size">The length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor empty(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Empty([size], dtype ?? ScalarType.Float32, device, requires_grad, "empty");

    /// <summary>A tensor whose elements have arbitrary values.</summary>
    /// <param name="rows">The first dimension's length.</param>
    /// <param name="columns">The second dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Empty([rows, columns], dtype ?? ScalarType.Float32, device, requires_grad, "empty");

    /// <summary>A tensor whose elements have arbitrary values.</summary>
    /// <param name="rows">The first dimension's length.</param>
    /// <param name="columns">The second dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor empty(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Empty([rows, columns], dtype ?? ScalarType.Float32, device, requires_grad, "empty");

    /// <summary>A tensor whose elements have arbitrary values.</summary>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Empty([dim0, dim1, dim2], dtype ?? ScalarType.Float32, device, requires_grad, "empty");

    /// <summary>A tensor whose elements have arbitrary values.</summary>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor empty(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Empty([dim0, dim1, dim2], dtype ?? ScalarType.Float32, device, requires_grad, "empty");

    /// <summary>A tensor whose elements have arbitrary values.</summary>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="dim3">The fourth dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Empty([dim0, dim1, dim2, dim3], dtype ?? ScalarType.Float32, device, requires_grad, "empty");

    /// <summary>A tensor whose elements have arbitrary values.</summary>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="dim3">The fourth dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor empty(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Empty([dim0, dim1, dim2, dim3], dtype ?? ScalarType.Float32, device, requires_grad, "empty");

    /// <summary>A tensor of arbitrary values in a tensor's shape.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Empty(input.Sizes, dtype ?? input.dtype, device, requires_grad, "empty_like");
}
