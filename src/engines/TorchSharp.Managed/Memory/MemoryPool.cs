using System.Numerics;

namespace TorchSharp;

/// <summary>
/// Native memory for tensors. Blocks come in size classes (four per power of two), are aligned to 64 bytes, and go
/// back to their class's free list, so that a training step after the first asks the system for nothing.
/// </summary>
internal static unsafe class MemoryPool
{
    private const int Alignment = 64;
    private const int StepsPerDoubling = 4;
    private const int SmallestShift = 6;
    private const int ClassCount = (48 - SmallestShift) * StepsPerDoubling;

    /// <summary>Free blocks beyond this many bytes go back to the system.</summary>
    private const long LargestReserve = 4L << 30;

    private static readonly Stack<nint>[] FreeLists = CreateFreeLists();
    private static long bytesInUse;
    private static long bytesFree;

    /// <summary>Bytes held by live storages, rounded up to their size classes.</summary>
    internal static long BytesInUse => Interlocked.Read(ref bytesInUse);

    /// <summary>Bytes waiting in the free lists.</summary>
    internal static long BytesFree => Interlocked.Read(ref bytesFree);

    /// <summary>Takes a block of at least <paramref name="bytes"/> bytes; its contents are arbitrary.</summary>
    internal static byte* Rent(long bytes, out int sizeClass)
    {
        sizeClass = ClassOf(bytes);
        long capacity = CapacityOf(sizeClass);
        Interlocked.Add(ref bytesInUse, capacity);
        Stack<nint> list = FreeLists[sizeClass];
        lock (list)
        {
            if (list.TryPop(out nint block))
            {
                Interlocked.Add(ref bytesFree, -capacity);
                return (byte*)block;
            }
        }

        try
        {
            // The collector must know that small Tensor objects hold large blocks, or it would not run in a loop
            // that disposes nothing.
            GC.AddMemoryPressure(capacity);
            return (byte*)NativeMemory.AlignedAlloc((nuint)capacity, Alignment);
        }
        catch (OutOfMemoryException)
        {
            Interlocked.Add(ref bytesInUse, -capacity);
            GC.RemoveMemoryPressure(capacity);
            throw new OutOfMemoryException($"Cannot allocate {bytes} bytes for a tensor ({BytesInUse} bytes are in use by other tensors).");
        }
    }

    /// <summary>Gives a block back.</summary>
    internal static void Return(byte* block, int sizeClass)
    {
        long capacity = CapacityOf(sizeClass);
        Interlocked.Add(ref bytesInUse, -capacity);
        if (BytesFree + capacity > LargestReserve)
        {
            NativeMemory.AlignedFree(block);
            GC.RemoveMemoryPressure(capacity);
            return;
        }

        Interlocked.Add(ref bytesFree, capacity);
        Stack<nint> list = FreeLists[sizeClass];
        lock (list)
        {
            list.Push((nint)block);
        }
    }

    /// <summary>The class whose blocks are the smallest that hold <paramref name="bytes"/> bytes.</summary>
    internal static int ClassOf(long bytes)
    {
        if (bytes <= 1 << SmallestShift)
        {
            return 0;
        }

        int shift = BitOperations.Log2((ulong)(bytes - 1));
        long step = 1L << (shift - 2);
        int within = (int)((bytes - 1 - (1L << shift)) / step);
        int sizeClass = ((shift - SmallestShift) * StepsPerDoubling) + within + 1;
        return sizeClass < ClassCount
            ? sizeClass
            : throw new OutOfMemoryException($"A tensor of {bytes} bytes is larger than any block.");
    }

    /// <summary>The number of bytes in a block of a class.</summary>
    internal static long CapacityOf(int sizeClass)
    {
        int shift = SmallestShift + (sizeClass / StepsPerDoubling);
        return (1L << shift) + ((sizeClass % StepsPerDoubling) * (1L << (shift - 2)));
    }

    private static Stack<nint>[] CreateFreeLists()
    {
        var lists = new Stack<nint>[ClassCount];
        for (int i = 0; i < lists.Length; i++)
        {
            lists[i] = new Stack<nint>();
        }

        return lists;
    }
}
