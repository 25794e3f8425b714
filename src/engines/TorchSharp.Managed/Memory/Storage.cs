namespace TorchSharp;

/// <summary>
/// The memory behind one or more tensors that view it. Reference counted by tensors and by values saved for
/// backward; the last release returns the block to the pool at once. Where nobody disposes, the finalizer does it.
/// </summary>
/// <remarks>
/// Code that takes <see cref="Data"/> must keep the storage (or a tensor on it) reachable until it is done with the
/// pointer: end with <see cref="GC.KeepAlive(object)"/>.
/// </remarks>
internal sealed unsafe class Storage
{
    private readonly int sizeClass;
    private byte* data;
    private int references = 1;

    internal Storage(long bytes)
    {
        Bytes = bytes;
        data = MemoryPool.Rent(bytes, out sizeClass);
    }

    ~Storage() => Free();

    /// <summary>The first byte.</summary>
    internal byte* Data => data;

    /// <summary>The number of bytes asked for.</summary>
    internal long Bytes { get; }

    /// <summary>How many tensors and saved values use the storage.</summary>
    internal int References => references;

    /// <summary>How many in-place operations have changed the contents; shared by all views.</summary>
    internal int Version { get; private set; }

    internal void BumpVersion() => Version++;

    internal Storage AddReference()
    {
        Interlocked.Increment(ref references);
        return this;
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref references) == 0)
        {
            GC.SuppressFinalize(this);
            Free();
        }
    }

    private void Free()
    {
        if (data != null)
        {
            MemoryPool.Return(data, sizeClass);
            data = null;
        }
    }
}
