using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Copies of short rows between an image and its layout, without a call for each.</summary>
internal static unsafe class ConvRows
{
    /// <summary>Copies elements that lie side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(T* source, T* target, nint count)
        where T : unmanaged
    {
        nint chunk = Vector256<byte>.Count / Unsafe.SizeOf<T>();
        nint index = 0;
        for (; index + chunk <= count; index += chunk)
        {
            Vector256.Store(Vector256.Load((byte*)(source + index)), (byte*)(target + index));
        }

        GemmPacking.Copy(source + index, target + index, count - index);
    }

    /// <summary>target[i] = source[i·step].</summary>
    public static void Gather<T>(T* source, nint step, T* target, nint count)
        where T : unmanaged
    {
        nint index = 0;
        if (step == 2 && Unsafe.SizeOf<T>() == sizeof(uint) && BitConverter.IsLittleEndian)
        {
            // The first of two neighbours is the lower half of a number of twice the size. The last pair may end the row.
            for (; index + Vector256<uint>.Count < count; index += Vector256<uint>.Count)
            {
                ulong* pairs = (ulong*)(source + (2 * index));
                Vector256.Store(Vector256.Narrow(Vector256.Load(pairs), Vector256.Load(pairs + Vector256<ulong>.Count)), (uint*)(target + index));
            }
        }

        for (; index < count; index++)
        {
            target[index] = source[index * step];
        }
    }

    /// <summary>target[i·step] = source[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scatter<T>(T* source, T* target, nint step, nint count)
        where T : unmanaged
    {
        for (nint index = 0; index < count; index++)
        {
            target[index * step] = source[index];
        }
    }
}
