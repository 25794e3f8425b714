namespace TorchSharp;

public static partial class torch
{
    /// <summary>Random numbers of equal probability in [0, 1).</summary>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Uniform(size, dtype, device, requires_grad, generator, "rand");

    /// <summary>Random numbers of equal probability in [0, 1).</summary>
    /// <param name="size">The lengths, outermost first.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Uniform(size, dtype, device, requires_grad, generator, "rand");

    /// <summary>Random numbers of equal probability in [0, 1).</summary>
    /// <param name="size">The length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Uniform([size], dtype, device, requires_grad, generator, "rand");

    /// <summary>Random numbers of equal probability in [0, 1).</summary>
    /// <param name="size">The length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor rand(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Uniform([size], dtype, device, requires_grad, generator, "rand");

    /// <summary>Random numbers of equal probability in [0, 1).</summary>
    /// <param name="rows">The first dimension's length.</param>
    /// <param name="columns">The second dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor rand(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Uniform([rows, columns], dtype, device, requires_grad, generator, "rand");

    /// <summary>Random numbers of equal probability in [0, 1).</summary>
    /// <param name="rows">The first dimension's length.</param>
    /// <param name="columns">The second dimension's length.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="generator">Where the random numbers come from; null for the default generator.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor rand(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Uniform([rows, columns], dtype, device, requires_grad, generator, "rand");

    /// <summary>Random numbers of equal probability in [0, 1).</summary>
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
    public static Tensor rand(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Uniform([dim0, dim1, dim2], dtype, device, requires_grad, generator, "rand");

    /// <summary>Random numbers of equal probability in [0, 1).</summary>
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
    public static Tensor rand(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Uniform([dim0, dim1, dim2], dtype, device, requires_grad, generator, "rand");

    /// <summary>Random numbers of equal probability in [0, 1).</summary>
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
    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Uniform([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, "rand");

    /// <summary>Random numbers of equal probability in [0, 1).</summary>
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
    public static Tensor rand(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Uniform([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, "rand");
}
