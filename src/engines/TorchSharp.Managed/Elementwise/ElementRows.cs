using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>
/// Rows that apply kernels to strided operands: a row whose elements lie side by side goes to the kernel as it is,
/// any other passes through small buffers, so that a kernel is written once, for runs.
/// </summary>
internal static unsafe class ElementRows
{
    private const int BufferLength = 256;
    private const nint LongestRun = 1 << 30;

    internal readonly struct Unary<TIn, TOut, TKernel>(TOut* result, TIn* x, TKernel kernel) : IRow
        where TIn : unmanaged
        where TOut : unmanaged
        where TKernel : struct, IUnaryKernel<TIn, TOut>
    {
        [SkipLocalsInit]
        public void Run(nint count, nint at0, nint step0, nint at1, nint step1, nint at2, nint step2, nint at3, nint step3)
        {
            TIn* xBuffer = stackalloc TIn[BufferLength];
            TOut* resultBuffer = stackalloc TOut[BufferLength];
            bool direct = step0 == 1 && step1 == 1;
            nint longest = direct ? LongestRun : BufferLength;
            for (nint i = 0; i < count; i += longest)
            {
                int n = (int)nint.Min(longest, count - i);
                TIn* from = Read(x + at1 + (i * step1), step1, xBuffer, n);
                TOut* to = step0 == 1 ? result + at0 + i : resultBuffer;
                kernel.Apply(new ReadOnlySpan<TIn>(from, n), new Span<TOut>(to, n));
                Write(to, result + at0 + (i * step0), step0, n);
            }
        }
    }

    internal readonly struct Binary<TIn, TOut, TKernel>(TOut* result, TIn* x, TIn* y, TKernel kernel) : IRow
        where TIn : unmanaged
        where TOut : unmanaged
        where TKernel : struct, IBinaryKernel<TIn, TOut>
    {
        [SkipLocalsInit]
        public void Run(nint count, nint at0, nint step0, nint at1, nint step1, nint at2, nint step2, nint at3, nint step3)
        {
            TIn* xBuffer = stackalloc TIn[BufferLength];
            TIn* yBuffer = stackalloc TIn[BufferLength];
            TOut* resultBuffer = stackalloc TOut[BufferLength];
            bool direct = step0 == 1 && step1 == 1 && step2 == 1;
            nint longest = direct ? LongestRun : BufferLength;
            for (nint i = 0; i < count; i += longest)
            {
                int n = (int)nint.Min(longest, count - i);
                TIn* a = Read(x + at1 + (i * step1), step1, xBuffer, n);
                TIn* b = Read(y + at2 + (i * step2), step2, yBuffer, n);
                TOut* to = step0 == 1 ? result + at0 + i : resultBuffer;
                kernel.Apply(new ReadOnlySpan<TIn>(a, n), new ReadOnlySpan<TIn>(b, n), new Span<TOut>(to, n));
                Write(to, result + at0 + (i * step0), step0, n);
            }
        }
    }

    /// <summary>Chooses between two operands by a third.</summary>
    internal readonly struct Select<T>(T* result, byte* condition, T* x, T* y) : IRow
        where T : unmanaged
    {
        public void Run(nint count, nint at0, nint step0, nint at1, nint step1, nint at2, nint step2, nint at3, nint step3)
        {
            for (nint i = 0; i < count; i++)
            {
                // Both are read first, so that no branch depends on the data.
                T a = x[at2 + (i * step2)];
                T b = y[at3 + (i * step3)];
                result[at0 + (i * step0)] = condition[at1 + (i * step1)] != 0 ? a : b;
            }
        }
    }

    /// <summary>Copies elements without looking at them.</summary>
    internal readonly struct Copy<T>(T* result, T* x) : IRow
        where T : unmanaged
    {
        public void Run(nint count, nint at0, nint step0, nint at1, nint step1, nint at2, nint step2, nint at3, nint step3)
        {
            if (step0 == 1 && step1 == 1)
            {
                NativeMemory.Copy(x + at1, result + at0, (nuint)count * (nuint)sizeof(T));
                return;
            }

            T* to = result + at0;
            T* from = x + at1;
            for (nint i = 0; i < count; i++)
            {
                *to = *from;
                to += step0;
                from += step1;
            }
        }
    }

    private static T* Read<T>(T* from, nint step, T* buffer, int count)
        where T : unmanaged
    {
        if (step == 1)
        {
            return from;
        }

        if (step == 0)
        {
            new Span<T>(buffer, count).Fill(*from);
            return buffer;
        }

        for (int i = 0; i < count; i++)
        {
            buffer[i] = *from;
            from += step;
        }

        return buffer;
    }

    private static void Write<T>(T* buffer, T* to, nint step, int count)
        where T : unmanaged
    {
        if (step == 1)
        {
            return;
        }

        for (int i = 0; i < count; i++)
        {
            *to = buffer[i];
            to += step;
        }
    }
}
