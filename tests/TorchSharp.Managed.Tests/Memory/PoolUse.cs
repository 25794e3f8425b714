namespace TorchSharp.Managed.Tests.Memory;

/// <summary>What the memory pool holds for tensors that somebody can still reach.</summary>
internal static class PoolUse
{
    /// <summary>
    /// <see cref="MemoryPool.BytesInUse"/> once every unreachable tensor has given its memory back: earlier tests leave
    /// undisposed ones behind, and the collector may take them at any moment between two readings.
    /// </summary>
    internal static long Settled()
    {
        long before;
        do
        {
            before = MemoryPool.BytesInUse;
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        while (MemoryPool.BytesInUse < before);

        return MemoryPool.BytesInUse;
    }
}
