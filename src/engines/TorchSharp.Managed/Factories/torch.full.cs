namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of one number.</summary>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Full(size, value, dtype ?? Creation.TypeOf(value), device, requires_grad, "full");

    /// <summary>A tensor of one number.</summary>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Full(size, value, dtype ?? Creation.TypeOf(value), device, requires_grad, "full");

    /// <summary>A tensor of one number.</summary>
    /// <param name="size">The length.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Full([size], value, dtype ?? Creation.TypeOf(value), device, requires_grad, "full");

    /// <summary>A tensor of one number.</summary>
    /// <param name="size">The length.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor full(int size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Full([size], value, dtype ?? Creation.TypeOf(value), device, requires_grad, "full");

    /// <summary>A tensor of one number.</summary>
    /// <param name="rows">The first dimension's length.</param>
    /// <param name="columns">The second dimension's length.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Full([rows, columns], value, dtype ?? Creation.TypeOf(value), device, requires_grad, "full");

    /// <summary>A tensor of one number.</summary>
    /// <param name="rows">The first dimension's length.</param>
    /// <param name="columns">The second dimension's length.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor full(int rows, int columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Full([rows, columns], value, dtype ?? Creation.TypeOf(value), device, requires_grad, "full");

    /// <summary>A tensor of one number.</summary>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Full([dim0, dim1, dim2], value, dtype ?? Creation.TypeOf(value), device, requires_grad, "full");

    /// <summary>A tensor of one number.</summary>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor full(int dim0, int dim1, int dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Full([dim0, dim1, dim2], value, dtype ?? Creation.TypeOf(value), device, requires_grad, "full");

    /// <summary>A tensor of one number.</summary>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="dim3">The fourth dimension's length.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Full([dim0, dim1, dim2, dim3], value, dtype ?? Creation.TypeOf(value), device, requires_grad, "full");

    /// <summary>A tensor of one number.</summary>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="dim3">The fourth dimension's length.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor full(int dim0, int dim1, int dim2, int dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Full([dim0, dim1, dim2, dim3], value, dtype ?? Creation.TypeOf(value), device, requires_grad, "full");

    /// <summary>One number in a tensor's shape.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Full(input.Sizes, value, dtype ?? input.dtype, device, requires_grad, "full_like");
}
