namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with a type: another handle if it has it already.</summary>
    /// <param name="data">The elements.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">The device is not the processor.</exception>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null)
    {
        Available(device);
        return dtype is { } type ? Casts.To(data, type) : data.alias();
    }

    /// <summary>A vector of the elements of a list.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of a list.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of a list.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(sbyte[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of a list.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(IList<short> rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(short[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of a list.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of a list.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of a list.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of a list.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A vector of the elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    public static Tensor as_tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A tensor with the shape and elements of an array.</summary>
    /// <param name="data">The elements.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">No tensor can hold the array's elements.</exception>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => Creation.OfAny(data, dtype, device, false);

    /// <summary>A tensor with the shape and elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">No tensor can hold the array's elements.</exception>
    public static Tensor from_array(Array rawArray, Device? device = null) => Creation.OfAny(rawArray, null, device, false);

    /// <summary>A tensor with the shape and elements of an array.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dtype">The type of the elements; null for the usual one.</param>
    /// <param name="device">Where the tensor lives: the processor.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor for backward.</param>
    /// <param name="names">Names of dimensions: kept for source compatibility, without effect.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">No tensor can hold the array's elements.</exception>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.OfAny(rawArray, dtype, device, requires_grad);
}
