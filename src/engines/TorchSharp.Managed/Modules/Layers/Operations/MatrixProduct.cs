using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>Products of contiguous matrices in either precision.</summary>
internal static unsafe class MatrixProduct
{
    /// <summary>C (m × n) = op(A)·op(B) + beta·C, all row-major without gaps; see <see cref="Gemm"/>.</summary>
    internal static void Multiply<T>(bool transposeA, bool transposeB, nint m, nint n, nint k, T* a, T* b, T beta, T* c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Gemm.Multiply(Simd.Best, new GemmOperands<T>
        {
            TransposeA = transposeA,
            TransposeB = transposeB,
            M = m,
            N = n,
            K = k,
            A = a,
            Lda = transposeA ? m : k,
            B = b,
            Ldb = transposeB ? k : n,
            Beta = beta,
            C = c,
            Ldc = n,
        });
}
