using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>
/// Rearranges a strip of an operand so that a tile kernel reads it in one go: for each step of the depth, the strip's
/// lanes (rows of A or columns of B) side by side.
/// </summary>
internal static unsafe class GemmPacking
{
    /// <summary>Packs lanes that lie side by side: lane i at depth p is source[p·stride + i]. Missing lanes become 0.</summary>
    public static void Along<T>(T* source, nint stride, nint lanes, nint depth, T* target, nint width)
        where T : unmanaged
    {
        if (lanes == width && width * Unsafe.SizeOf<T>() == 128)
        {
            for (nint p = 0; p < depth; p++)
            {
                byte* from = (byte*)(source + (p * stride));
                byte* to = (byte*)(target + (p * 128 / Unsafe.SizeOf<T>()));
                Vector512.Store(Vector512.Load(from), to);
                Vector512.Store(Vector512.Load(from + 64), to + 64);
            }

            return;
        }

        if (lanes == width && width * Unsafe.SizeOf<T>() == 48)
        {
            for (nint p = 0; p < depth; p++)
            {
                byte* from = (byte*)(source + (p * stride));
                byte* to = (byte*)(target + (p * 48 / Unsafe.SizeOf<T>()));
                Vector256.Store(Vector256.Load(from), to);
                Vector128.Store(Vector128.Load(from + 32), to + 32);
            }

            return;
        }

        for (nint p = 0; p < depth; p++)
        {
            T* from = source + (p * stride);
            for (nint lane = 0; lane < lanes; lane++)
            {
                target[lane] = from[lane];
            }

            for (nint lane = lanes; lane < width; lane++)
            {
                target[lane] = default;
            }

            target += width;
        }
    }

    /// <summary>Packs lanes that lie a stride apart: lane i at depth p is source[i·stride + p]. Missing lanes become 0.</summary>
    public static void Across<T>(T* source, nint stride, nint lanes, nint depth, T* target, nint width)
        where T : unmanaged
    {
        nint lane = 0;
        if (Unsafe.SizeOf<T>() == sizeof(float) && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            for (; lane + 4 <= lanes; lane += 4)
            {
                Transpose4((float*)source + (lane * stride), stride, depth, (float*)target + lane, width);
            }
        }

        for (; lane < lanes; lane++)
        {
            T* from = source + (lane * stride);
            T* to = target + lane;
            for (nint p = 0; p < depth; p++)
            {
                to[p * width] = from[p];
            }
        }

        for (; lane < width; lane++)
        {
            T* to = target + lane;
            for (nint p = 0; p < depth; p++)
            {
                to[p * width] = default;
            }
        }
    }

    private static void Transpose4(float* source, nint stride, nint depth, float* target, nint width)
    {
        float* row0 = source, row1 = source + stride, row2 = row1 + stride, row3 = row2 + stride;
        nint p = 0;
        for (; p + 4 <= depth; p += 4)
        {
            Vector128<float> a = Vector128.Load(row0 + p), b = Vector128.Load(row1 + p);
            Vector128<float> c = Vector128.Load(row2 + p), d = Vector128.Load(row3 + p);
            Vector128<float> ac = ZipLow(a, c), bd = ZipLow(b, d), acHigh = ZipHigh(a, c), bdHigh = ZipHigh(b, d);
            Vector128.Store(ZipLow(ac, bd), target);
            Vector128.Store(ZipHigh(ac, bd), target + width);
            Vector128.Store(ZipLow(acHigh, bdHigh), target + (2 * width));
            Vector128.Store(ZipHigh(acHigh, bdHigh), target + (3 * width));
            target += 4 * width;
        }

        for (; p < depth; p++)
        {
            target[0] = row0[p];
            target[1] = row1[p];
            target[2] = row2[p];
            target[3] = row3[p];
            target += width;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> left, Vector128<float> right)
        => Sse.IsSupported ? Sse.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> left, Vector128<float> right)
        => Sse.IsSupported ? Sse.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right);
}
