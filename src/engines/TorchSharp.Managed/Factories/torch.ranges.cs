namespace TorchSharp;

public static partial class torch
{
    /// <summary>The numbers 0, 1, ... below a bound.</summary>
    /// <param name="stop">The bound, excluded.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The bound is on the wrong side.</exception>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Range(0, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers start, start + 1, ... below a bound.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="stop">The bound, excluded.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The bound is on the wrong side.</exception>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Range(start, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers start, start + step, ... before a bound.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="stop">The bound, excluded.</param>
    /// <param name="step">The distance between two.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The bound is on the wrong side, or the step is 0.</exception>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Range(start, stop, step, dtype, device, requires_grad);

    /// <summary>Numbers at equal distances, both ends included.</summary>
    /// <param name="start">The first value.</param>
    /// <param name="end">The last value.</param>
    /// <param name="steps">How many values.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The number of values is negative.</exception>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Linspace(start, end, steps, dtype, device, requires_grad);

    /// <summary>A matrix with ones on the diagonal and zeros elsewhere.</summary>
    /// <param name="rows">The first dimension's length.</param>
    /// <param name="columns">The second dimension's length; -1 for as many as rows.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">A length is negative.</exception>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Eye(rows, columns, dtype, device, requires_grad);
}
