namespace TorchSharp.Kernels;

/// <summary>One vector width and element type, as the matrix product's kernels see it.</summary>
internal unsafe interface IVectorOps<TVector, T>
    where T : unmanaged
{
    /// <summary>Elements in a vector.</summary>
    static abstract int Width { get; }

    /// <summary>Rows of a full tile: as many as leave two columns of accumulators in registers.</summary>
    static abstract int TileRows { get; }

    static abstract TVector Load(T* source);

    static abstract void Store(T* target, TVector value);

    static abstract TVector Broadcast(T value);

    /// <summary>left·right + addend, in one rounding where the machine can.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    static abstract TVector Add(TVector left, TVector right);
}
