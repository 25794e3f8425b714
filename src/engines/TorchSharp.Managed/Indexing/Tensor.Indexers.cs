namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A part: views for numbers and ranges, a copy where tensors index. Setting writes into the tensor, broadcasting.</summary>
        /// <param name="indices">One index per dimension.</param>
        /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => Indexer.Get(this, indices);
            set => Indexer.Set(this, indices, value);
        }

        /// <summary>The elements that tensors of indices, or masks, name. Setting writes there, broadcasting.</summary>
        /// <param name="indices">One index per dimension.</param>
        /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => Indexer.Get(this, Array.ConvertAll(indices, TensorIndex.Tensor));
            set => Indexer.Set(this, Array.ConvertAll(indices, TensorIndex.Tensor), value);
        }

        /// <summary>The part at one index of each of the first dimensions, as a view. Setting writes there, broadcasting.</summary>
        /// <param name="indices">One index per dimension.</param>
        /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => Indexer.Get(this, Array.ConvertAll(indices, static i => (TensorIndex)i));
            set => Indexer.Set(this, Array.ConvertAll(indices, static i => (TensorIndex)i), value);
        }

        /// <summary>The part at one index of each of the first dimensions, as a view. Setting writes there, broadcasting.</summary>
        /// <param name="i1">An index; negative counts from the end.</param>
        /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => Indexer.Get(this, [i1]);
            set => Indexer.Set(this, [i1], value);
        }

        /// <summary>The part at one index of each of the first dimensions, as a view. Setting writes there, broadcasting.</summary>
        /// <param name="i1">An index; negative counts from the end.</param>
        /// <param name="i2">An index; negative counts from the end.</param>
        /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => Indexer.Get(this, [i1, i2]);
            set => Indexer.Set(this, [i1, i2], value);
        }

        /// <summary>The part at one index of each of the first dimensions, as a view. Setting writes there, broadcasting.</summary>
        /// <param name="i1">An index; negative counts from the end.</param>
        /// <param name="i2">An index; negative counts from the end.</param>
        /// <param name="i3">An index; negative counts from the end.</param>
        /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => Indexer.Get(this, [i1, i2, i3]);
            set => Indexer.Set(this, [i1, i2, i3], value);
        }

        /// <summary>The part at one index of each of the first dimensions, as a view. Setting writes there, broadcasting.</summary>
        /// <param name="i1">An index; negative counts from the end.</param>
        /// <param name="i2">An index; negative counts from the end.</param>
        /// <param name="i3">An index; negative counts from the end.</param>
        /// <param name="i4">An index; negative counts from the end.</param>
        /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Indexer.Get(this, [i1, i2, i3, i4]);
            set => Indexer.Set(this, [i1, i2, i3, i4], value);
        }

        /// <summary>The part at one index of each of the first dimensions, as a view. Setting writes there, broadcasting.</summary>
        /// <param name="i1">An index; negative counts from the end.</param>
        /// <param name="i2">An index; negative counts from the end.</param>
        /// <param name="i3">An index; negative counts from the end.</param>
        /// <param name="i4">An index; negative counts from the end.</param>
        /// <param name="i5">An index; negative counts from the end.</param>
        /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Indexer.Get(this, [i1, i2, i3, i4, i5]);
            set => Indexer.Set(this, [i1, i2, i3, i4, i5], value);
        }

        /// <summary>The part at one index of each of the first dimensions, as a view. Setting writes there, broadcasting.</summary>
        /// <param name="i1">An index; negative counts from the end.</param>
        /// <param name="i2">An index; negative counts from the end.</param>
        /// <param name="i3">An index; negative counts from the end.</param>
        /// <param name="i4">An index; negative counts from the end.</param>
        /// <param name="i5">An index; negative counts from the end.</param>
        /// <param name="i6">An index; negative counts from the end.</param>
        /// <exception cref="ExternalException">An index is outside its dimension, or of a type that cannot index.</exception>
        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Indexer.Get(this, [i1, i2, i3, i4, i5, i6]);
            set => Indexer.Set(this, [i1, i2, i3, i4, i5, i6], value);
        }
    }
}
