using System.Numerics;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Matrix products, row-major, on all the engine's threads.</summary>
internal static unsafe class Gemm
{
    /// <summary>Columns up to which the transposed product is the faster one.</summary>
    private const nint FewColumns = 12;

    /// <summary>Depth from which turning a product pays for turning its result.</summary>
    private const nint LongDepth = 64;

    /// <summary>Rows up to which dot products are the fastest way, whatever the depth.</summary>
    private const nint FewRows = 3;

    /// <summary>Depth for each row that makes dot products faster than packing a transposed B.</summary>
    private const nint DepthPerRow = 32;

    /// <summary>The least depth of a dot product: one vector of any width.</summary>
    private const nint ShortestDot = 16;

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

        if (TurnsWell(product))
        {
            MultiplyTurned(level, product);
            return;
        }

        MultiplyStraight(level, product);
    }

    /// <summary>
    /// Whether the transposed product is faster: when a transposed A is then read where it lies and the columns would
    /// leave much of a vector empty, or when there are so few columns that they become dot products.
    /// </summary>
    private static bool TurnsWell<T>(in GemmOperands<T> product)
        where T : unmanaged
        => product.N < product.M && product.K >= LongDepth
            && (product.N <= FewRows || (product.TransposeA && product.N <= FewColumns && product.N is <= 4 or > 8));

    private static void MultiplyStraight<T>(SimdLevel level, in GemmOperands<T> product)
        where T : unmanaged, INumberBase<T>
    {
        if (!product.TransposeA && product.TransposeB && product.K >= ShortestDot && Math.Min(product.M, product.N) <= Math.Max(FewRows, product.K / DepthPerRow))
        {
            MultiplyDot(level, product);
            return;
        }

        GemmBlock<T>.Multiply(GemmTiles<T>.For(level), product);
    }

    /// <summary>A product with very few columns as its transpose: a tile's rows come in any number, its columns do not.</summary>
    private static void MultiplyTurned<T>(SimdLevel level, in GemmOperands<T> product)
        where T : unmanaged, INumberBase<T>
    {
        GemmOperands<T> turned = new()
        {
            TransposeA = !product.TransposeB,
            TransposeB = !product.TransposeA,
            M = product.N,
            N = product.M,
            K = product.K,
            A = product.B,
            Lda = product.Ldb,
            B = product.A,
            Ldb = product.Lda,
            C = Scratch.Get<T>(ScratchUse.GemmTurned, product.M * product.N),
            Ldc = product.M,
        };
        MultiplyStraight(level, turned);
        for (nint row = 0; row < product.M; row++)
        {
            T* c = product.C + (row * product.Ldc);
            for (nint column = 0; column < product.N; column++)
            {
                T value = turned.C[(column * turned.Ldc) + row];
                c[column] = product.Beta == T.Zero ? value : value + (product.Beta * c[column]);
            }
        }
    }

    private static void MultiplyDot<T>(SimdLevel level, in GemmOperands<T> product)
        where T : unmanaged, INumberBase<T>
    {
        GemmOperands<T> copy = product;
        if (typeof(T) == typeof(float))
        {
            MultiplyDotSingle(level, *(GemmOperands<float>*)&copy);
        }
        else
        {
            MultiplyDotDouble(level, *(GemmOperands<double>*)&copy);
        }
    }

    private static void MultiplyDotSingle(SimdLevel level, in GemmOperands<float> product)
    {
        switch (level)
        {
            case SimdLevel.Vector512:
                GemmDot<Vector512Single, Vector512<float>, float>.Multiply(product);
                break;
            case SimdLevel.Vector256:
                GemmDot<Vector256Single, Vector256<float>, float>.Multiply(product);
                break;
            default:
                GemmDot<Vector128Single, Vector128<float>, float>.Multiply(product);
                break;
        }
    }

    private static void MultiplyDotDouble(SimdLevel level, in GemmOperands<double> product)
    {
        switch (level)
        {
            case SimdLevel.Vector512:
                GemmDot<Vector512Double, Vector512<double>, double>.Multiply(product);
                break;
            case SimdLevel.Vector256:
                GemmDot<Vector256Double, Vector256<double>, double>.Multiply(product);
                break;
            default:
                GemmDot<Vector128Double, Vector128<double>, double>.Multiply(product);
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
