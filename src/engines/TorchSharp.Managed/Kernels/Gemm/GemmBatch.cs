using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Many products of one shape: small ones are shared out whole, large ones are each split between the threads.</summary>
internal readonly unsafe struct GemmBatch<T>(GemmOperands<T> first, nint strideA, nint strideB, nint strideC) : IRangeJob
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Multiply-adds that are worth handing to a thread.</summary>
    private const nint WorkPerPiece = 1 << 16;

    public static void Run(nint batch, in GemmOperands<T> first, nint strideA, nint strideB, nint strideC)
    {
        GemmBatch<T> work = new(first, strideA, strideB, strideC);
        nint each = first.M * first.N * Math.Max(1, first.K);
        if (batch < Workers.Available && each > WorkPerPiece)
        {
            work.Run(0, batch);
            return;
        }

        Workers.For(batch, (WorkPerPiece / Math.Max(1, each)) + 1, work);
    }

    public void Run(nint from, nint to)
    {
        for (nint index = from; index < to; index++)
        {
            GemmOperands<T> product = first;
            product.A += index * strideA;
            product.B += index * strideB;
            product.C += index * strideC;
            Gemm.Multiply(Simd.Best, product);
        }
    }
}
