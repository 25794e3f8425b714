using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The lengths of a tensor's dimensions.</summary>
    public readonly struct Size : IEnumerable<long>
    {
        /// <summary>No dimensions: the size of a scalar.</summary>
        public static readonly Size Empty = new(Array.Empty<long>());

        private readonly long[] lengths;

        /// <summary>Makes a size of its lengths.</summary>
        /// <param name="shape">The lengths, outermost first.</param>
        public Size(long[] shape)
        {
            lengths = (long[])shape.Clone();
        }

        /// <summary>Makes a size of its lengths.</summary>
        /// <param name="shape">The lengths, outermost first.</param>
        public Size(IEnumerable<long> shape)
        {
            lengths = [.. shape];
        }

        /// <summary>Makes a size of its lengths.</summary>
        /// <param name="shape">The lengths, outermost first.</param>
        public Size(int[] shape)
        {
            lengths = Array.ConvertAll(shape, static n => (long)n);
        }

        /// <summary>Makes a size of one dimension.</summary>
        /// <param name="size">The length.</param>
        public Size(long size)
        {
            lengths = [size];
        }

        /// <summary>Makes a size of one dimension.</summary>
        /// <param name="size">The length.</param>
        public Size(int size)
        {
            lengths = [size];
        }

        /// <summary>Makes a size of two dimensions.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public Size((long, long) size)
        {
            lengths = [size.Item1, size.Item2];
        }

        /// <summary>Makes a size of three dimensions.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public Size((long, long, long) size)
        {
            lengths = [size.Item1, size.Item2, size.Item3];
        }

        /// <summary>Makes a size of four dimensions.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public Size((long, long, long, long) size)
        {
            lengths = [size.Item1, size.Item2, size.Item3, size.Item4];
        }

        /// <summary>Makes a size of five dimensions.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public Size((long, long, long, long, long) size)
        {
            lengths = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];
        }

        /// <summary>Makes a size of six dimensions.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public Size((long, long, long, long, long, long) size)
        {
            lengths = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];
        }

        /// <summary>Makes a size of two dimensions.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public Size((int, int) size)
        {
            lengths = [size.Item1, size.Item2];
        }

        /// <summary>Makes a size of three dimensions.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public Size((int, int, int) size)
        {
            lengths = [size.Item1, size.Item2, size.Item3];
        }

        /// <summary>Makes a size of four dimensions.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public Size((int, int, int, int) size)
        {
            lengths = [size.Item1, size.Item2, size.Item3, size.Item4];
        }

        /// <summary>Makes a size of five dimensions.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public Size((int, int, int, int, int) size)
        {
            lengths = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];
        }

        /// <summary>Makes a size of six dimensions.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public Size((int, int, int, int, int, int) size)
        {
            lengths = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];
        }

        /// <summary>The lengths as an array.</summary>
        public long[] Shape => lengths ?? [];

        /// <summary>The number of dimensions.</summary>
        public int Length => Shape.Length;

        /// <summary>Whether there are no dimensions.</summary>
        public bool IsEmpty => Length == 0;

        /// <summary>Whether there are no dimensions.</summary>
        public bool IsScalar => Length == 0;

        /// <summary>The length of a dimension.</summary>
        /// <param name="idx">The dimension's number.</param>
        public long this[int idx] => Shape[idx];

        /// <summary>The length of a dimension.</summary>
        /// <param name="idx">The dimension's number.</param>
        public long this[long idx] => Shape[idx];

        /// <summary>Makes a size of one dimension.</summary>
        /// <param name="size">The length.</param>
        public static implicit operator Size(long size) => new(size);

        /// <summary>Makes a size of its lengths.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>Makes a size of its lengths.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public static implicit operator Size((long, long) size) => new(size);

        /// <summary>Makes a size of its lengths.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public static implicit operator Size((long, long, long) size) => new(size);

        /// <summary>Makes a size of its lengths.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public static implicit operator Size((long, long, long, long) size) => new(size);

        /// <summary>Makes a size of its lengths.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        /// <summary>Makes a size of its lengths.</summary>
        /// <param name="size">The lengths, outermost first.</param>
        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        /// <summary>Appends dimensions.</summary>
        /// <param name="left">The outer dimensions.</param>
        /// <param name="right">The inner dimensions.</param>
        public static Size operator +(Size left, Size right) => new([.. left.Shape, .. right.Shape]);

        /// <summary>Appends dimensions.</summary>
        /// <param name="left">The outer dimensions.</param>
        /// <param name="right">The inner dimensions.</param>
        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.Shape, .. right]);

        /// <summary>Whether two sizes have the same lengths.</summary>
        /// <param name="left">The one.</param>
        /// <param name="right">The other.</param>
        public static bool operator ==(Size left, Size right) => left.Shape.AsSpan().SequenceEqual(right.Shape);

        /// <summary>Whether two sizes differ.</summary>
        /// <param name="left">The one.</param>
        /// <param name="right">The other.</param>
        public static bool operator !=(Size left, Size right) => !(left == right);

        /// <summary>The dimensions from one to before another.</summary>
        /// <param name="first">The first dimension's number.</param>
        /// <param name="next">The number behind the last.</param>
        /// <returns>The part.</returns>
        public Size Slice(int first, int next) => new(Shape[first..next]);

        /// <summary>The outermost dimensions.</summary>
        /// <param name="i">How many.</param>
        /// <returns>Their lengths.</returns>
        public IEnumerable<long> Take(int i) => Shape.Take(i);

        /// <summary>The number of elements.</summary>
        /// <returns>The product of the lengths.</returns>
        public long numel() => TensorShape.Count(Shape);

        /// <summary>Whether another object is a size of the same lengths.</summary>
        /// <param name="obj">The other object.</param>
        /// <returns>True when equal.</returns>
        public override bool Equals(object? obj) => obj is Size other && this == other;

        /// <summary>A hash of the lengths.</summary>
        /// <returns>The hash.</returns>
        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (long length in Shape)
            {
                hash.Add(length);
            }

            return hash.ToHashCode();
        }

        /// <summary>Goes through the lengths.</summary>
        /// <returns>The enumerator.</returns>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        /// <inheritdoc/>
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>The lengths in brackets.</summary>
        /// <returns>For example <c>[2, 3]</c>.</returns>
        public override string ToString() => TensorShape.Describe(Shape);
    }
}
