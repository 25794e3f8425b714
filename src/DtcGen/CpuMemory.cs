using System.Runtime.InteropServices;

namespace DtcGen;

/// <summary>How libtorch gets its memory on the CPU.</summary>
public static class CpuMemory
{
    // malloc.h's numbers of what can be set, and the largest block that the C library takes from memory that it keeps.
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int LargestKept = 32 << 20;

    // What sets the same before a program starts.
    private static readonly string[] Variables = ["MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TOP_PAD_", "GLIBC_TUNABLES"];

    /// <summary>
    /// On Linux, has the C library keep the memory of tensors that are gone for those to come. By default it gives most of it back to
    /// the system at the end of each training step, when the step's tensors go together, and the next step gets it page by page, each
    /// cleared anew: some per cent of the time, more with convolutions (docs/threads.md has the numbers). The process keeps what its
    /// largest step took; blocks above 32 MB are given back all the same.
    /// </summary>
    /// <remarks>It can be called at any time, and counts from then on. It computes nothing differently.</remarks>
    /// <returns>
    /// True when it was set; false when things were left as they are: this is not Linux, its C library is not GNU's, or the
    /// environment sets the same (MALLOC_TRIM_THRESHOLD_ and the like, GLIBC_TUNABLES).
    /// </returns>
    public static bool KeepFreed()
    {
        if (!OperatingSystem.IsLinux() || Array.Exists(Variables, static name => Environment.GetEnvironmentVariable(name) is not null))
        {
            return false;
        }

        try
        {
            return Set(MapThreshold, LargestKept) != 0 && Set(TrimThreshold, int.MaxValue) != 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    private static extern int Set(int what, int value);
}
