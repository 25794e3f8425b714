using System.Numerics;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Matrix products, row-major, on all the engine's threads.</summary>
internal static unsafe class Gemm
{
    /// <summary>
    /// C (m × n, row stride ldc) = op(A)·op(B) + beta·C, where op(A) is m × k and op(B) is k × n. With beta = 0, C is
    /// only written. A transposed operand is stored as k × m or n × k.
    /// </summary>
    public static void Multiply(bool transposeA, bool transposeB, nint m, nint n, nint k, float* a, nint lda, float* b, nint ldb, float beta, float* c, nint ldc)
        => Multiply(Simd.Best, Describe(transposeA, transposeB, m, n, k, a, lda, b, ldb, beta, c, ldc));

    /// <inheritdoc cref="Multiply(bool, bool, nint, nint, nint, float*, nint, float*, nint, float, float*, nint)"/>
    public static void Multiply(bool transposeA, bool transposeB, nint m, nint n, nint k, double* a, nint lda, double* b, nint ldb, double beta, double* c, nint ldc)
        => Multiply(Simd.Best, Describe(transposeA, transposeB, m, n, k, a, lda, b, ldb, beta, c, ldc));

    /// <summary>
    /// The same product for each of <paramref name="batch"/> matrices, the strides being the distances between one
    /// matrix and the next (0 for an operand that all share).
    /// </summary>
    public static void MultiplyBatch(nint batch, bool transposeA, bool transposeB, nint m, nint n, nint k, float* a, nint strideA, nint lda, float* b, nint strideB, nint ldb, float beta, float* c, nint strideC, nint ldc)
        => GemmBatch<float>.Run(batch, Describe(transposeA, transposeB, m, n, k, a, lda, b, ldb, beta, c, ldc), strideA, strideB, strideC);

    /// <inheritdoc cref="MultiplyBatch(nint, bool, bool, nint, nint, nint, float*, nint, nint, float*, nint, nint, float, float*, nint, nint)"/>
    public static void MultiplyBatch(nint batch, bool transposeA, bool transposeB, nint m, nint n, nint k, double* a, nint strideA, nint lda, double* b, nint strideB, nint ldb, double beta, double* c, nint strideC, nint ldc)
        => GemmBatch<double>.Run(batch, Describe(transposeA, transposeB, m, n, k, a, lda, b, ldb, beta, c, ldc), strideA, strideB, strideC);

    /// <summary>The product with vectors of a chosen width, so that a test can run each path on any machine.</summary>
    public static void Multiply<T>(SimdLevel level, in GemmOperands<T> product)
        where T : unmanaged, INumberBase<T>
    {
        if (product.M <= 0 || product.N <= 0)
        {
            return;
        }

        if (product.K <= 0)
        {
            Scale(product);
            return;
        }

        if (typeof(T) == typeof(float))
        {
            fixed (GemmOperands<T>* pointer = &product)
            {
                MultiplySingle(level, *(GemmOperands<float>*)pointer);
            }
        }
        else
        {
            fixed (GemmOperands<T>* pointer = &product)
            {
                MultiplyDouble(level, *(GemmOperands<double>*)pointer);
            }
        }
    }

    private static void MultiplySingle(SimdLevel level, in GemmOperands<float> product)
    {
        switch (level)
        {
            case SimdLevel.Vector512:
                GemmBlock<Vector512Single, Vector512<float>, float>.Multiply(product);
                break;
            case SimdLevel.Vector256:
                GemmBlock<Vector256Single, Vector256<float>, float>.Multiply(product);
                break;
            default:
                GemmBlock<Vector128Single, Vector128<float>, float>.Multiply(product);
                break;
        }
    }

    private static void MultiplyDouble(SimdLevel level, in GemmOperands<double> product)
    {
        switch (level)
        {
            case SimdLevel.Vector512:
                GemmBlock<Vector512Double, Vector512<double>, double>.Multiply(product);
                break;
            case SimdLevel.Vector256:
                GemmBlock<Vector256Double, Vector256<double>, double>.Multiply(product);
                break;
            default:
                GemmBlock<Vector128Double, Vector128<double>, double>.Multiply(product);
                break;
        }
    }

    private static void Scale<T>(in GemmOperands<T> product)
        where T : unmanaged, INumberBase<T>
    {
        for (nint row = 0; row < product.M; row++)
        {
            T* c = product.C + (row * product.Ldc);
            for (nint column = 0; column < product.N; column++)
            {
                c[column] = product.Beta == T.Zero ? T.Zero : product.Beta * c[column];
            }
        }
    }

    private static GemmOperands<T> Describe<T>(bool transposeA, bool transposeB, nint m, nint n, nint k, T* a, nint lda, T* b, nint ldb, T beta, T* c, nint ldc)
        where T : unmanaged
        => new()
        {
            TransposeA = transposeA,
            TransposeB = transposeB,
            M = m,
            N = n,
            K = k,
            A = a,
            Lda = lda,
            B = b,
            Ldb = ldb,
            Beta = beta,
            C = c,
            Ldc = ldc,
        };
}
