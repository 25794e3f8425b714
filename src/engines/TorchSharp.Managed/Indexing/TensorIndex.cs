namespace TorchSharp;

public static partial class torch
{
    /// <summary>What stands between the brackets of <c>tensor[...]</c>: a number, a range, a new dimension or a tensor.</summary>
    public struct TensorIndex
    {
        /// <summary>All of a dimension.</summary>
        public static readonly TensorIndex Colon = Slice();

        /// <summary>All of as many dimensions as are left.</summary>
        public static readonly TensorIndex Ellipsis = new() { Kind = IndexKind.Ellipsis };

        /// <summary>A new dimension of length 1.</summary>
        public static readonly TensorIndex None = new() { Kind = IndexKind.NewDimension };

        /// <summary>A new dimension of length 1.</summary>
        public static readonly TensorIndex Null = new() { Kind = IndexKind.NewDimension };

        internal IndexKind Kind { get; private init; }

        internal long? Start { get; private init; }

        internal long? Stop { get; private init; }

        internal long? Step { get; private init; }

        internal Tensor? Indices { get; private init; }

        /// <summary>One index of a dimension.</summary>
        /// <param name="value">The index; negative counts from the end.</param>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>The tensor that an index of kind tensor holds.</summary>
        /// <param name="value">The index.</param>
        /// <exception cref="InvalidOperationException">The index is of another kind.</exception>
        public static implicit operator Tensor(TensorIndex value) =>
            value.Indices ?? throw new InvalidOperationException("This index holds no tensor.");

        /// <summary>A range of a dimension.</summary>
        /// <param name="range">The first index and the one behind the last; null for the end of the dimension.</param>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        /// <summary>A range of a dimension.</summary>
        /// <param name="range">The range.</param>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>One index of a dimension.</summary>
        /// <param name="index">The index, possibly counted from the end.</param>
        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>One index of a dimension.</summary>
        /// <param name="index">The index; negative counts from the end; null for a new dimension.</param>
        /// <returns>The index.</returns>
        public static TensorIndex Single(long? index) =>
            index is null ? None : new() { Kind = IndexKind.Single, Start = index };

        /// <summary>True keeps everything behind a new dimension of length 1, false nothing.</summary>
        /// <param name="value">The truth value.</param>
        /// <returns>The index.</returns>
        public static TensorIndex Bool(bool value) => new() { Kind = IndexKind.Bool, Start = value ? 1 : 0 };

        /// <summary>A range of a dimension.</summary>
        /// <param name="start">The first index; null for the first of the dimension.</param>
        /// <param name="stop">The index behind the last; null for the end of the dimension.</param>
        /// <param name="step">The distance between two; positive.</param>
        /// <returns>The index.</returns>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { Kind = IndexKind.Slice, Start = start, Stop = stop, Step = step };

        /// <summary>A range of a dimension.</summary>
        /// <param name="range">The first index and the one behind the last; null for the end of the dimension.</param>
        /// <returns>The index.</returns>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        /// <summary>A range of a dimension.</summary>
        /// <param name="range">The range.</param>
        /// <returns>The index.</returns>
        public static TensorIndex Slice(Range range)
        {
            long start = range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value;
            long? stop = range.End.IsFromEnd ? (range.End.Value == 0 ? null : -range.End.Value) : range.End.Value;

            // "From the end, 0" as a start is behind the last element, where -0 would be the first.
            return Slice(range.Start is { IsFromEnd: true, Value: 0 } ? long.MaxValue : start, stop);
        }

        /// <summary>Indices of a dimension in any order, or truth values that pick.</summary>
        /// <param name="tensor">Int64 indices, or truth values for one or more dimensions.</param>
        /// <returns>The index.</returns>
        public static TensorIndex Tensor(Tensor tensor) => new() { Kind = IndexKind.Tensor, Indices = tensor };
    }
}
