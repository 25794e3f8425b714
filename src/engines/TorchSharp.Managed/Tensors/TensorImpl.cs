namespace TorchSharp;

/// <summary>
/// What a <see cref="Tensor"/> is a handle to: a window on a storage, and its place in the autograd graph. Several
/// handles may share one, as <c>alias()</c> and <c>grad</c> do; the last handle to go releases the storage.
/// </summary>
internal sealed class TensorImpl
{
    private int handles = 1;

    /// <summary>Takes over one reference to the storage.</summary>
    internal TensorImpl(Storage storage, long[] sizes, long[] strides, long offset, ScalarType dtype)
    {
        Storage = storage;
        Sizes = sizes;
        Strides = strides;
        Offset = offset;
        Dtype = dtype;
        Count = TensorShape.Count(sizes);
        IsContiguous = TensorShape.IsContiguous(sizes, strides);
    }

    internal Storage Storage { get; private set; }

    /// <summary>Lengths; never changed in place, so that they may be shared.</summary>
    internal long[] Sizes { get; private set; }

    /// <summary>Strides in elements; never changed in place.</summary>
    internal long[] Strides { get; private set; }

    /// <summary>The first element's place in the storage, in elements.</summary>
    internal long Offset { get; private set; }

    internal ScalarType Dtype { get; private set; }

    internal long Count { get; private set; }

    internal bool IsContiguous { get; private set; }

    /// <summary>The tensor's part in automatic differentiation; null as long as it has none.</summary>
    internal AutogradMeta? Autograd { get; private set; }

    internal AutogradMeta EnsureAutograd() => Autograd ??= new AutogradMeta(this);

    internal unsafe byte* Data => Storage.Data + (Offset * ElementSize);

    private int ElementSize => TorchSharp.Dtype.Size(Dtype);

    /// <summary>Whether more than one handle shows this window.</summary>
    internal bool IsShared => Volatile.Read(ref handles) > 1;

    /// <summary>Whether one handle is all that sees these elements: no other tensor, view or saved value.</summary>
    internal bool IsExclusive => !IsShared && Storage.References == 1;

    internal TensorImpl AddHandle()
    {
        Interlocked.Increment(ref handles);
        return this;
    }

    internal void ReleaseHandle()
    {
        if (Interlocked.Decrement(ref handles) == 0)
        {
            Autograd?.Release();
            Storage.Release();
        }
    }

    /// <summary>Makes this the same window as another tensor's, as <c>set_</c> does.</summary>
    internal void SetTo(TensorImpl source)
    {
        Storage old = Storage;
        Storage = source.Storage.AddReference();
        Sizes = source.Sizes;
        Strides = source.Strides;
        Offset = source.Offset;
        Dtype = source.Dtype;
        Count = source.Count;
        IsContiguous = source.IsContiguous;
        old.Release();
        Autograd?.ForgetView();
    }
}
