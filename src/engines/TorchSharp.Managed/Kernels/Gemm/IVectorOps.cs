namespace TorchSharp.Kernels;

/// <summary>One vector width and element type, as the matrix product's kernels see it.</summary>
internal unsafe interface IVectorOps<TVector, T>
    where T : unmanaged
{
    /// <summary>Elements in a vector.</summary>
    static abstract int Width { get; }

    static abstract TVector Load(T* source);

    static abstract void Store(T* target, TVector value);

    static abstract TVector Broadcast(T value);

    /// <summary>left·right + addend, in one rounding where the machine can.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    static abstract T Sum(TVector value);

    static abstract TVector And(TVector left, TVector right);

    /// <summary>All bits set in the last lanes, none in the ones before.</summary>
    static abstract TVector LastLanes(nint count);
}
