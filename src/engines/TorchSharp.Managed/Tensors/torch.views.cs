namespace TorchSharp;

public static partial class torch
{
    /// <summary>Joins dimensions into one.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="start_dim">The first dimension to join.</param>
    /// <param name="end_dim">The last dimension to join.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);

    /// <summary>Cuts a dimension into several.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="sizes">The lengths, outermost first; -1 keeps a length or is inferred, where the operation allows it.</param>
    /// <returns>The result.</returns>
    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => input.unflatten(dim, sizes);

    /// <summary>Cuts a dimension into several.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="sizes">The lengths, outermost first; -1 keeps a length or is inferred, where the operation allows it.</param>
    /// <returns>The result.</returns>
    public static Tensor unflatten(Tensor input, long dim, Size sizes) => input.unflatten(dim, sizes);

    /// <summary>The same elements in another shape: a view where the strides allow it, else a copy.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="shape">The lengths, outermost first; one may be -1 and is inferred.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shape does not fit.</exception>
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    /// <summary>The dimensions in another order.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="permutation">For each new dimension, the number of the old one.</param>
    /// <returns>A view.</returns>
    /// <exception cref="ExternalException">The numbers are not a permutation.</exception>
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    /// <summary>Two dimensions exchanged.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim0">The first dimension.</param>
    /// <param name="dim1">The second dimension.</param>
    /// <returns>A view.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    /// <summary>The transpose of a matrix; a vector or scalar as it is.</summary>
    /// <param name="input">The tensor.</param>
    /// <returns>A view.</returns>
    /// <exception cref="ExternalException">There are more than two dimensions.</exception>
    public static Tensor t(Tensor input) => input.t();

    /// <summary>Leaves out dimensions of length 1: the one named, or all.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <returns>A view.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <summary>Inserts a dimension of length 1.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <returns>A view.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    /// <summary>Cuts a dimension into a number of parts of one length; the last may be shorter.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="chunks">How many parts.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <returns>Views.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    /// <summary>Cuts a dimension into parts of given lengths.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="split_size_or_sections">The length of each part.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <returns>Views.</returns>
    /// <exception cref="ExternalException">There is no such dimension.</exception>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);

    /// <summary>Elements of x where the condition holds, of y elsewhere.</summary>
    /// <param name="condition">Truth values; true picks from the first.</param>
    /// <param name="x">Picked where the condition holds.</param>
    /// <param name="y">Picked where the condition does not hold.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Selection.Where(condition, x, y);
}
