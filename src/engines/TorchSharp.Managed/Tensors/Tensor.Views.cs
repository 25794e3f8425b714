namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same elements in another shape: a view where the strides allow it, else a copy.</summary>
        /// <param name="shape">The lengths, outermost first; one may be -1 and is inferred.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shape does not fit.</exception>
        public Tensor reshape(params long[] shape) => Views.Reshaped(this, shape);

        /// <summary>The same memory in another shape.</summary>
        /// <param name="shape">The lengths, outermost first; one may be -1 and is inferred.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">The shape does not fit, or the strides would need a copy.</exception>
        public Tensor view(params long[] shape) => Views.View(this, shape);

        /// <summary>Joins dimensions into one.</summary>
        /// <param name="start_dim">The first dimension to join.</param>
        /// <param name="end_dim">The last dimension to join.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Views.Flatten(this, start_dim, end_dim);

        /// <summary>Cuts a dimension into several.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="sizes">The lengths, outermost first; -1 keeps a length or is inferred, where the operation allows it.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shape does not fit.</exception>
        public Tensor unflatten(long dim, params long[] sizes) => Views.Unflatten(this, dim, sizes);

        /// <summary>Cuts a dimension into several.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="sizes">The lengths, outermost first; -1 keeps a length or is inferred, where the operation allows it.</param>
        /// <returns>The result.</returns>
        /// <exception cref="ExternalException">The shape does not fit.</exception>
        public Tensor unflatten(long dim, Size sizes) => Views.Unflatten(this, dim, sizes.Shape);

        /// <summary>The dimensions in another order.</summary>
        /// <param name="permutation">For each new dimension, the number of the old one.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">The numbers are not a permutation.</exception>
        public Tensor permute(params long[] permutation) => Views.Permute(this, permutation);

        /// <summary>The dimensions in another order.</summary>
        /// <param name="permutation">For each new dimension, the number of the old one.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">The numbers are not a permutation.</exception>
        public Tensor permute(IEnumerable<long> permutation) => Views.Permute(this, [.. permutation]);

        /// <summary>Two dimensions exchanged.</summary>
        /// <param name="dim0">The first dimension.</param>
        /// <param name="dim1">The second dimension.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor transpose(long dim0, long dim1) => Views.Transpose(this, dim0, dim1);

        /// <summary>The transpose of a matrix; a vector or scalar as it is.</summary>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">There are more than two dimensions.</exception>
        public Tensor t() => Rank <= 2 ? Views.ReverseDimensions(this) : throw TorchError.Of($"t() expects a tensor with <= 2 dimensions, but self is {Rank}D");

        /// <summary>Dimensions of length 1 repeated without copying.</summary>
        /// <param name="sizes">The lengths, outermost first; -1 keeps a length or is inferred, where the operation allows it.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">The shape does not fit.</exception>
        public Tensor expand(params long[] sizes) => Views.Expand(this, sizes);

        /// <summary>Dimensions of length 1 repeated without copying.</summary>
        /// <param name="sizes">The lengths, outermost first; -1 keeps a length or is inferred, where the operation allows it.</param>
        /// <param name="isImplicit">Without effect here.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">The shape does not fit.</exception>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Views.Expand(this, sizes);

        /// <summary>Dimensions of length 1 repeated without copying.</summary>
        /// <param name="sizes">The lengths, outermost first; -1 keeps a length or is inferred, where the operation allows it.</param>
        /// <param name="isImplicit">Without effect here.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">The shape does not fit.</exception>
        public Tensor expand(Size sizes, bool isImplicit = false) => Views.Expand(this, sizes.Shape);

        /// <summary>Dimensions of length 1 repeated without copying.</summary>
        /// <param name="sizes">The lengths, outermost first; -1 keeps a length or is inferred, where the operation allows it.</param>
        /// <param name="isImplicit">Without effect here.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">The shape does not fit.</exception>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Views.Expand(this, sizes);

        /// <summary>Dimensions of length 1 repeated to another tensor's size, without copying.</summary>
        /// <param name="other">The tensor whose size to take.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">The shape does not fit.</exception>
        public Tensor expand_as(Tensor other) => Views.Expand(this, other.Sizes);

        /// <summary>Leaves out dimensions of length 1: the one named, or all.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor squeeze(long? dim = null) => Views.Squeeze(this, dim);

        /// <summary>Inserts a dimension of length 1.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public Tensor unsqueeze(long dim) => Views.Unsqueeze(this, dim);

        /// <summary>The part at one index of a dimension.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="index">The index.</param>
        /// <returns>A view with one dimension less.</returns>
        /// <exception cref="ExternalException">There is no such dimension or index.</exception>
        public Tensor select(long dim, long index) => Views.Select(this, dim, index);

        /// <summary>A range of a dimension.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="start">The first index.</param>
        /// <param name="length">How many.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">The range is not within the dimension.</exception>
        public Tensor narrow(long dim, long start, long length) => Views.Narrow(this, dim, start, length);

        /// <summary>A range of a dimension with a step; ends outside are cut off.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <param name="start">The first index.</param>
        /// <param name="finish">The index behind the last.</param>
        /// <param name="step">The distance between two.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ExternalException">There is no such dimension, or the step is not positive.</exception>
        public Tensor slice(long dim, long start, long finish, long step) => Views.Slice(this, dim, start, finish, step);

        /// <summary>Cuts the first dimension into parts of given lengths.</summary>
        /// <param name="sizes">The length of each part.</param>
        /// <returns>Views.</returns>
        /// <exception cref="ExternalException">The shape does not fit.</exception>
        public Tensor[] split(params long[] sizes) => Views.Split(this, sizes, 0);

        /// <summary>Cuts a dimension into parts of one length; the last may be shorter.</summary>
        /// <param name="size">The length of a part.</param>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <returns>Views.</returns>
        /// <exception cref="ExternalException">The shape does not fit.</exception>
        public Tensor[] split(long size, int dim = 0) => Views.Split(this, size, dim);

        /// <summary>Cuts a dimension into parts of given lengths.</summary>
        /// <param name="sizes">The length of each part.</param>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <returns>Views.</returns>
        /// <exception cref="ExternalException">The shape does not fit.</exception>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Views.Split(this, sizes, dim);

        /// <summary>Cuts a dimension into parts of given lengths.</summary>
        /// <param name="sizes">The length of each part.</param>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <returns>Views.</returns>
        /// <exception cref="ExternalException">The shape does not fit.</exception>
        public Tensor[] split(long[] sizes, long dim = 0) => Views.Split(this, sizes, dim);

        /// <summary>Cuts a dimension into a number of parts of one length; the last may be shorter.</summary>
        /// <param name="chunks">How many parts.</param>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <returns>Views.</returns>
        /// <exception cref="ExternalException">There is no such dimension, or the number is not positive.</exception>
        public Tensor[] chunk(long chunks, long dim = 0) => Views.Chunk(this, chunks, dim);
    }
}
