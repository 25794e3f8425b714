namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>For each place in the index, the element whose index along the dimension is the value there.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="index">The index.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
        public Tensor gather(long dim, Tensor index) => Gathering.Along(this, dim, index);

        /// <summary>The parts of a dimension at given indices.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="index">The index.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
        public Tensor index_select(long dim, Tensor index) => Gathering.Select(this, dim, index);

        /// <summary>A copy with alpha times the parts of a source added at given indices of a dimension.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="index">The index.</param>
        /// <param name="source">The source.</param>
        /// <param name="alpha">What the other operand is multiplied by first.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => Gathering.AddAt(this, dim, index, source, alpha);

        /// <summary>The elements where the mask holds, as a vector.</summary>
        /// <param name="mask">Truth values; broadcast against the tensor.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shapes do not broadcast.</exception>
        public Tensor masked_select(Tensor mask) => Gathering.Masked(this, mask);
    }
}
