using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>Where a tensor's elements lie, which tells what is a view of what.</summary>
/// <param name="Address">Where its storage begins.</param>
/// <param name="Offset">Where in the storage it begins.</param>
/// <param name="Sizes">Its sizes.</param>
/// <param name="Strides">How far apart its elements lie along each dimension.</param>
internal sealed record TensorStorage(IntPtr Address, long Offset, long[] Sizes, long[] Strides)
{
    /// <summary>The storage of a tensor, or null when it cannot be told.</summary>
    public static TensorStorage? Of(Tensor tensor)
    {
        if (tensor.IsInvalid || tensor.is_sparse || tensor.is_meta)
        {
            return null;
        }

        var address = TensorMemory.Of(tensor);
        return address != IntPtr.Zero ? new TensorStorage(address, tensor.storage_offset(), tensor.shape, tensor.stride()) : null;
    }

    /// <summary>Whether two tensors are the same elements in the same order.</summary>
    public bool IsSame(TensorStorage other)
        => Address == other.Address && Offset == other.Offset && Sizes.SequenceEqual(other.Sizes) && Strides.SequenceEqual(other.Strides);

    /// <summary>How many elements there are.</summary>
    public long Count => Sizes.Aggregate(1L, static (product, size) => product * size);

    /// <summary>Whether they lie one after the other, the last dimension fastest.</summary>
    public bool IsContiguous
    {
        get
        {
            var expected = 1L;
            for (var d = Sizes.Length - 1; d >= 0; d--)
            {
                if (Sizes[d] != 1 && Strides[d] != expected)
                {
                    return false;
                }

                expected *= Sizes[d];
            }

            return true;
        }
    }
}
