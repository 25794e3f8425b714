namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The first element.</summary>
        internal unsafe T* Pointer<T>()
            where T : unmanaged => (T*)Impl.Data;

        /// <summary>A new contiguous tensor with arbitrary contents.</summary>
        internal static Tensor Empty(ReadOnlySpan<long> sizes, ScalarType dtype) =>
            Empty(sizes.ToArray(), TensorShape.ContiguousStrides(sizes), dtype);

        /// <summary>A new tensor with arbitrary contents and dense strides.</summary>
        internal static Tensor Empty(long[] sizes, long[] strides, ScalarType dtype)
        {
            var storage = new Storage(checked(TensorShape.Count(sizes) * Dtype.Size(dtype)));
            return new Tensor(new TensorImpl(storage, sizes, strides, 0, dtype));
        }

        /// <summary>A new tensor of the same size, laid out as this one where this one is dense.</summary>
        internal Tensor EmptyLike(ScalarType? dtype = null)
        {
            TensorImpl self = Impl;
            bool keep = self.IsContiguous || TensorShape.IsDense(self.Sizes, self.Strides);
            return Empty(self.Sizes, keep ? self.Strides : TensorShape.ContiguousStrides(self.Sizes), dtype ?? self.Dtype);
        }

        /// <summary>A new tensor of zeros.</summary>
        internal static unsafe Tensor Zeros(ReadOnlySpan<long> sizes, ScalarType dtype)
        {
            Tensor result = Empty(sizes, dtype);
            NativeMemory.Clear(result.Impl.Data, (nuint)(result.numel() * Dtype.Size(dtype)));
            GC.KeepAlive(result);
            return result;
        }

        /// <summary>A window on the same storage, outside the autograd graph.</summary>
        internal Tensor Window(long[] sizes, long[] strides, long offset)
        {
            TensorImpl self = Impl;
            return new Tensor(new TensorImpl(self.Storage.AddReference(), sizes, strides, offset, self.Dtype));
        }

        /// <summary>The same elements outside the autograd graph.</summary>
        internal Tensor Plain() => Window(Impl.Sizes, Impl.Strides, Impl.Offset);
    }
}
