namespace TorchSharp;

public static partial class torch
{
    /// <summary>For each place in the index, the element whose index along the dimension is the value there.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="index">The index.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);

    /// <summary>For each place in the index, the element whose index along the dimension is the value there.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="index">The index.</param>
    /// <param name="sparse_grad">Without effect here.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) => input.gather(dim, index);

    /// <summary>The parts of a dimension at given indices.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <param name="index">The index.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    /// <summary>The indices of the elements that are not zero.</summary>
    /// <param name="condition">Truth values; true picks from the first.</param>
    /// <returns>Int64 indices, one tensor per dimension.</returns>
    public static Tensor[] where(Tensor condition) => Indexer.NonZero(condition);
}
