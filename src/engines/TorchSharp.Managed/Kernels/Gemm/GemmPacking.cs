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
    /// <summary>Elements that packing may write beyond the last one it was asked for.</summary>
    public const int Slack = 4;

    /// <summary>Packs lanes that lie side by side: lane i at depth p is source[p·stride + i]. Missing lanes become 0.</summary>
    public static void Along<T>(T* source, nint stride, nint lanes, nint depth, T* target, nint width)
        where T : unmanaged
    {
        if (lanes == width && width * Unsafe.SizeOf<T>() == 128)
        {
            for (nint p = 0; p < depth; p++)
            {
                Vector512.Store(Vector512.Load((byte*)source), (byte*)target);
                Vector512.Store(Vector512.Load((byte*)source + 64), (byte*)target + 64);
                source += stride;
                target += width;
            }

            return;
        }

        if (lanes == width && width * Unsafe.SizeOf<T>() == 48)
        {
            for (nint p = 0; p < depth; p++)
            {
                Vector256.Store(Vector256.Load((byte*)source), (byte*)target);
                Vector128.Store(Vector128.Load((byte*)source + 32), (byte*)target + 32);
                source += stride;
                target += width;
            }

            return;
        }

        for (nint p = 0; p < depth; p++)
        {
            Copy(source, target, lanes);
            for (nint lane = lanes; lane < width; lane++)
            {
                target[lane] = default;
            }

            source += stride;
            target += width;
        }
    }

    /// <summary>
    /// Packs lanes that lie a stride apart: lane i at depth p is source[i·stride + p]. Missing lanes repeat the last one;
    /// up to three elements behind the strip are overwritten.
    /// </summary>
    public static void Across<T>(T* source, nint stride, nint lanes, nint depth, T* target, nint width)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float) && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            // From the last four lanes to the first: what a short group writes beyond its lanes is then put right.
            for (nint lane = (width - 1) / 4 * 4; lane >= 0; lane -= 4)
            {
                Transpose4((float*)source, stride, lane, lanes - 1, depth, (float*)target + lane, width);
            }

            return;
        }

        for (nint lane = 0; lane < width; lane++)
        {
            T* from = source + (Math.Min(lane, lanes - 1) * stride);
            T* to = target + lane;
            for (nint p = 0; p < depth; p++)
            {
                to[p * width] = from[p];
            }
        }
    }

    /// <summary>Copies a few elements without a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(T* source, T* target, nint count)
        where T : unmanaged
    {
        nint chunk = Vector128<byte>.Count / Unsafe.SizeOf<T>();
        nint index = 0;
        for (; index + chunk <= count; index += chunk)
        {
            Vector128.Store(Vector128.Load((byte*)(source + index)), (byte*)(target + index));
        }

        for (; index < count; index++)
        {
            target[index] = source[index];
        }
    }

    private static void Transpose4(float* source, nint stride, nint lane, nint last, nint depth, float* target, nint width)
    {
        float* row0 = source + (Math.Min(lane, last) * stride), row1 = source + (Math.Min(lane + 1, last) * stride);
        float* row2 = source + (Math.Min(lane + 2, last) * stride), row3 = source + (Math.Min(lane + 3, last) * stride);
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
            Vector128.Store(Vector128.Create(row0[p], row1[p], row2[p], row3[p]), target);
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
