using System.Collections;

namespace TorchSharp.Utils;

/// <summary>Reads and writes a tensor's elements, in row-major order whatever its strides.</summary>
/// <typeparam name="T">The .NET type of the elements.</typeparam>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor tensor;

    internal TensorAccessor(Tensor tensor)
    {
        this.tensor = tensor;
    }

    /// <summary>The number of elements.</summary>
    public long Count => tensor.numel();

    /// <summary>Whether the elements cannot be written: never.</summary>
    public bool IsReadOnly => false;

    /// <summary>An element, by one index per dimension or by one index counted row by row.</summary>
    /// <param name="indices">The indices.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public T this[params long[] indices]
    {
        get
        {
            T value = tensor.Pointer<T>()[Offset(indices)];
            GC.KeepAlive(tensor);
            return value;
        }

        set
        {
            tensor.Pointer<T>()[Offset(indices)] = value;
            tensor.Impl.Storage.BumpVersion();
        }
    }

    /// <summary>Whether two accessors show tensors with the same elements.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) =>
        left.Count == right.Count && left.ToArray().AsSpan().SequenceEqual(right.ToArray());

    /// <summary>Whether two accessors show tensors with different elements.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    /// <summary>Copies the elements out.</summary>
    /// <returns>A new array, row by row.</returns>
    public T[] ToArray()
    {
        var result = new T[Count];
        CopyTo(result);
        return result;
    }

    /// <summary>Copies the elements out, in the tensor's shape.</summary>
    /// <returns>An array of as many dimensions; of one element for a scalar.</returns>
    public Array ToNDArray()
    {
        ReadOnlySpan<long> n = tensor.Sizes;
        Array result = n.Length switch
        {
            0 or 1 => new T[Count],
            2 => new T[n[0], n[1]],
            3 => new T[n[0], n[1], n[2]],
            4 => new T[n[0], n[1], n[2], n[3]],
            5 => new T[n[0], n[1], n[2], n[3], n[4]],
            6 => new T[n[0], n[1], n[2], n[3], n[4], n[5]],
            _ => throw new NotSupportedException($"ToNDArray() makes arrays of up to 6 dimensions; the tensor has the shape {TensorShape.Describe(n)}."),
        };
        ref byte first = ref MemoryMarshal.GetArrayDataReference(result);
        CopyTo(MemoryMarshal.CreateSpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref first), checked((int)Count)));
        return result;
    }

    /// <summary>Copies the elements to an array.</summary>
    /// <param name="array">Where to.</param>
    /// <param name="arrayIndex">Where in the array to begin.</param>
    /// <param name="tensorIndex">The first element to copy, counted row by row.</param>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies the elements to a span.</summary>
    /// <param name="array">Where to.</param>
    /// <param name="arrayIndex">Where in the span to begin.</param>
    /// <param name="tensorIndex">The first element to copy, counted row by row.</param>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        using Scratch scratch = Scratch.Begin();
        Tensor contiguous = Copies.AsContiguous(tensor);
        int count = (int)Math.Min(array.Length - arrayIndex, contiguous.numel() - tensorIndex);
        new ReadOnlySpan<T>(contiguous.Pointer<T>() + tensorIndex, count).CopyTo(array[arrayIndex..]);
        GC.KeepAlive(contiguous);
    }

    /// <summary>Writes elements from an array.</summary>
    /// <param name="array">Where from.</param>
    /// <param name="arrayIndex">Where in the array to begin.</param>
    /// <param name="tensorIndex">The first element to write, counted row by row.</param>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Writes elements from a span.</summary>
    /// <param name="array">Where from.</param>
    /// <param name="arrayIndex">Where in the span to begin.</param>
    /// <param name="tensorIndex">The first element to write, counted row by row.</param>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        long count = Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        T* to = tensor.Pointer<T>();
        for (long i = 0; i < count; i++)
        {
            to[Offset([tensorIndex + i])] = array[arrayIndex + (int)i];
        }

        tensor.Impl.Storage.BumpVersion();
        GC.KeepAlive(tensor);
    }

    /// <summary>Goes through the elements row by row.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether another object is an accessor to a tensor with the same elements.</summary>
    /// <param name="obj">The other object.</param>
    /// <returns>True when equal.</returns>
    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    /// <summary>A hash of the tensor's identity.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => tensor.GetHashCode();

    /// <summary>An accessor holds nothing to release: the tensor stays.</summary>
    public void Dispose()
    {
    }

    private long Offset(ReadOnlySpan<long> indices)
    {
        ReadOnlySpan<long> sizes = tensor.Sizes;
        ReadOnlySpan<long> strides = tensor.Strides;
        if (indices.Length == sizes.Length)
        {
            long offset = 0;
            for (int d = 0; d < indices.Length; d++)
            {
                offset += indices[d] >= 0 && indices[d] < sizes[d] ? indices[d] * strides[d] : throw OutOfRange(indices);
            }

            return offset;
        }

        if (indices.Length != 1 || indices[0] < 0 || indices[0] >= tensor.numel())
        {
            throw OutOfRange(indices);
        }

        return TensorShape.Offset(sizes, strides, indices[0]);
    }

    private IndexOutOfRangeException OutOfRange(ReadOnlySpan<long> indices) =>
        new($"There is no element {TensorShape.Describe(indices)} in a tensor of shape {TensorShape.Describe(tensor.Sizes)}.");
}
