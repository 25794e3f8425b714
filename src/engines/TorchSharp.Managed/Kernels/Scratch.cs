using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>Each thread's own working memory for kernels: grown when needed, reused from call to call.</summary>
internal sealed unsafe class Scratch
{
    private const int Alignment = 64;

    [ThreadStatic]
    private static Scratch? current;

    private readonly Buffer[] buffers = new Buffer[Enum.GetValues<ScratchUse>().Length];

    ~Scratch()
    {
        foreach (Buffer buffer in buffers)
        {
            NativeMemory.AlignedFree(buffer.Memory);
        }
    }

    /// <summary>This thread's memory for a use, at least <paramref name="count"/> elements, contents undefined.</summary>
    public static T* Get<T>(ScratchUse use, nint count)
        where T : unmanaged
        => (T*)(current ??= new Scratch()).Grow(use, count * Unsafe.SizeOf<T>());

    private void* Grow(ScratchUse use, nint bytes)
    {
        ref Buffer buffer = ref buffers[(int)use];
        if (buffer.Bytes < bytes)
        {
            NativeMemory.AlignedFree(buffer.Memory);
            buffer = default;
            buffer.Memory = NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
            buffer.Bytes = bytes;
        }

        return buffer.Memory;
    }

    private struct Buffer
    {
        public void* Memory;
        public nint Bytes;
    }
}
