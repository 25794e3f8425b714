namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Impl.Count;

        /// <summary>The tensor with its dimensions in reverse order, as a view.</summary>
        public Tensor T => Views.ReverseDimensions(this);

        /// <summary>Where the tensor lives: the processor.</summary>
        public Device device
        {
            get
            {
                _ = Impl;
                return CPU;
            }
        }

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => Impl.Dtype;

        /// <summary>The number of dimensions.</summary>
        public long ndim => Rank;

        /// <summary>The lengths of the dimensions, outermost first.</summary>
        public long[] shape => (long[])Impl.Sizes.Clone();

        internal int Rank => Impl.Sizes.Length;

        /// <summary>The lengths, not to be changed.</summary>
        internal ReadOnlySpan<long> Sizes => Impl.Sizes;

        /// <summary>The strides in elements, not to be changed.</summary>
        internal ReadOnlySpan<long> Strides => Impl.Strides;

        /// <summary>The number of dimensions.</summary>
        /// <returns>Zero for a scalar.</returns>
        public long dim() => Rank;

        /// <summary>The number of elements.</summary>
        /// <returns>The product of the lengths.</returns>
        public long numel() => Impl.Count;

        /// <summary>The lengths of the dimensions.</summary>
        /// <returns>A new array, outermost first.</returns>
        public long[] size() => shape;

        /// <summary>The length of one dimension.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <returns>The length.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public long size(int dim) => Sizes[OwnDimension(dim)];

        /// <summary>The strides of the dimensions, in elements.</summary>
        /// <returns>A new array, outermost first.</returns>
        public long[] stride() => (long[])Impl.Strides.Clone();

        /// <summary>The stride of one dimension, in elements.</summary>
        /// <param name="dim">The dimension's number; negative counts from the end.</param>
        /// <returns>The stride.</returns>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
        public long stride(int dim) => Strides[OwnDimension(dim)];

        /// <summary>Whether the elements lie row by row without gaps.</summary>
        /// <returns>True when they do.</returns>
        public bool is_contiguous() => Impl.IsContiguous;

        private int OwnDimension(int dim) => Rank > 0
            ? TensorShape.Dimension(dim, Rank)
            : throw TorchError.Of($"Dimension specified as {dim} but tensor has no dimensions");
    }
}
