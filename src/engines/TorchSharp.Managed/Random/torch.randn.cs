namespace TorchSharp;

public static partial class torch
{
    /// <summary>Standard normal random numbers.</summary>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Normal(size, 0, 1, dtype, device, requires_grad, generator, "randn");

    /// <summary>Standard normal random numbers.</summary>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Normal(size, 0, 1, dtype, device, requires_grad, generator, "randn");

    /// <summary>Standard normal random numbers.</summary>
    /// <param name="size">The length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Normal([size], 0, 1, dtype, device, requires_grad, generator, "randn");

    /// <summary>Standard normal random numbers.</summary>
    /// <param name="size">The length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor randn(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Normal([size], 0, 1, dtype, device, requires_grad, generator, "randn");

    /// <summary>Standard normal random numbers.</summary>
    /// <param name="rows">The first dimension's length.</param>
    /// <param name="columns">The second dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Normal([rows, columns], 0, 1, dtype, device, requires_grad, generator, "randn");

    /// <summary>Standard normal random numbers.</summary>
    /// <param name="rows">The first dimension's length.</param>
    /// <param name="columns">The second dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor randn(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Normal([rows, columns], 0, 1, dtype, device, requires_grad, generator, "randn");

    /// <summary>Standard normal random numbers.</summary>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Normal([dim0, dim1, dim2], 0, 1, dtype, device, requires_grad, generator, "randn");

    /// <summary>Standard normal random numbers.</summary>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor randn(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Normal([dim0, dim1, dim2], 0, 1, dtype, device, requires_grad, generator, "randn");

    /// <summary>Standard normal random numbers.</summary>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="dim3">The fourth dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Normal([dim0, dim1, dim2, dim3], 0, 1, dtype, device, requires_grad, generator, "randn");

    /// <summary>Standard normal random numbers.</summary>
    /// <param name="dim0">The first dimension's length.</param>
    /// <param name="dim1">The second dimension's length.</param>
    /// <param name="dim2">The third dimension's length.</param>
    /// <param name="dim3">The fourth dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor randn(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Normal([dim0, dim1, dim2, dim3], 0, 1, dtype, device, requires_grad, generator, "randn");

    /// <summary>Standard normal random numbers in a tensor's shape.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Normal(input.Sizes, 0, 1, dtype ?? input.dtype, device, requires_grad, null, "randn_like");
}
