using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Managed.Tests.Kernels;

/// <summary>The matrix product against the plain definition in double precision, on every path.</summary>
public sealed unsafe class GemmTests
{
    public static TheoryData<int, int, int> Shapes
    {
        get
        {
            TheoryData<int, int, int> shapes = new();
            int[] sizes = [1, 2, 7, 10, 16, 33, 65, 96];
            foreach (int m in sizes)
            {
                foreach (int n in sizes)
                {
                    shapes.Add(m, n, 1 + ((m * 7) + (n * 3)) % 97);
                }
            }

            shapes.Add(1, 300, 900);
            shapes.Add(300, 1, 900);
            shapes.Add(10, 512, 512);
            shapes.Add(512, 10, 801);
            shapes.Add(257, 129, 1000);
            shapes.Add(61, 70, 2100);
            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Equals_the_definition(int m, int n, int k)
    {
        foreach (SimdLevel level in Enum.GetValues<SimdLevel>())
        {
            for (int transposes = 0; transposes < 4; transposes++)
            {
                Check<float>(level, (transposes & 1) != 0, (transposes & 2) != 0, m, n, k, 2e-6);
                Check<double>(level, (transposes & 1) != 0, (transposes & 2) != 0, m, n, k, 4e-15);
            }
        }
    }

    [Fact]
    public void Every_vector_width_gives_the_same_bits_where_multiply_add_is_fused()
    {
        if (!System.Runtime.Intrinsics.X86.Fma.IsSupported && !System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported)
        {
            return;
        }

        float[][] results = Enum.GetValues<SimdLevel>().Select(level => Product<float>(level, false, true, 61, 45, 930, 0.5f).Actual).ToArray();
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    [Fact]
    public void Beta_zero_does_not_read_the_target()
    {
        float a = 3, b = 5, c = float.NaN;
        Gemm.Multiply(false, false, 1, 1, 1, &a, 1, &b, 1, 0, &c, 1);
        Assert.Equal(15, c);
    }

    [Fact]
    public void Depth_zero_scales_the_target()
    {
        float[] c = [float.NaN, 2, 3];
        fixed (float* pointer = c)
        {
            Gemm.Multiply(false, false, 1, 1, 0, null, 1, null, 1, 0, pointer, 1);
            Gemm.Multiply(false, false, 1, 2, 0, null, 1, null, 1, 0.5f, pointer + 1, 2);
        }

        Assert.Equal([0f, 1f, 1.5f], c);
    }

    [Theory]
    [InlineData(1, 40, 50, 60)]
    [InlineData(17, 5, 6, 7)]
    [InlineData(2, 128, 96, 100)]
    public void A_batch_is_its_products(int batch, int m, int n, int k)
    {
        float[] a = Numbers<float>(batch * m * k, 1), b = Numbers<float>(batch * k * n, 2);
        float[] expected = new float[batch * m * n], actual = new float[batch * m * n];
        fixed (float* pa = a, pb = b, pe = expected, pc = actual)
        {
            for (int index = 0; index < batch; index++)
            {
                Gemm.Multiply(false, false, m, n, k, pa + (index * m * k), k, pb + (index * k * n), n, 0, pe + (index * m * n), n);
            }

            Gemm.MultiplyBatch(batch, false, false, m, n, k, pa, m * k, k, pb, k * n, n, 0, pc, m * n, n);
        }

        Assert.Equal(expected, actual);
    }

    private static void Check<T>(SimdLevel level, bool transposeA, bool transposeB, int m, int n, int k, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double beta = ((m + n + (int)level) % 3) / 2.0;
        (T[] actual, double[] expected, double[] scale) = Product<T>(level, transposeA, transposeB, m, n, k, beta);
        for (int index = 0; index < actual.Length; index++)
        {
            double error = Math.Abs(double.CreateTruncating(actual[index]) - expected[index]);
            if (!(error <= tolerance * scale[index]))
            {
                Assert.Fail($"{level} {typeof(T).Name} m={m} n={n} k={k} tA={transposeA} tB={transposeB} beta={beta} at {index}: {actual[index]} for {expected[index]}");
            }
        }
    }

    /// <summary>Runs the product inside larger matrices, and checks that nothing outside C is touched.</summary>
    private static (T[] Actual, double[] Expected, double[] Scale) Product<T>(SimdLevel level, bool transposeA, bool transposeB, int m, int n, int k, double beta)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int lda = (transposeA ? m : k) + 3, ldb = (transposeB ? k : n) + 1, ldc = n + 2;
        T[] a = Numbers<T>(lda * (transposeA ? k : m), 1), b = Numbers<T>(ldb * (transposeB ? n : k), 2), c = Numbers<T>(ldc * m, 3);
        T[] before = (T[])c.Clone();
        fixed (T* pa = a, pb = b, pc = c)
        {
            GemmOperands<T> product = new()
            {
                TransposeA = transposeA,
                TransposeB = transposeB,
                M = m,
                N = n,
                K = k,
                A = pa,
                Lda = lda,
                B = pb,
                Ldb = ldb,
                Beta = T.CreateTruncating(beta),
                C = pc,
                Ldc = ldc,
            };
            Gemm.Multiply(level, product);
        }

        T[] actual = new T[m * n];
        double[] left = Array.ConvertAll(a, x => double.CreateTruncating(x)), right = Array.ConvertAll(b, x => double.CreateTruncating(x));
        double[] expected = new double[m * n], scale = new double[m * n];
        for (int row = 0; row < m; row++)
        {
            for (int column = 0; column < ldc; column++)
            {
                if (column >= n)
                {
                    Assert.Equal(before[(row * ldc) + column], c[(row * ldc) + column]);
                    continue;
                }

                double sum = beta * double.CreateTruncating(before[(row * ldc) + column]), size = 1;
                for (int depth = 0; depth < k; depth++)
                {
                    double term = left[transposeA ? (depth * lda) + row : (row * lda) + depth] * right[transposeB ? (column * ldb) + depth : (depth * ldb) + column];
                    sum += term;
                    size += Math.Abs(term);
                }

                actual[(row * n) + column] = c[(row * ldc) + column];
                expected[(row * n) + column] = sum;
                scale[(row * n) + column] = size;
            }
        }

        return (actual, expected, scale);
    }

    private static T[] Numbers<T>(int count, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(seed);
        return Enumerable.Range(0, count).Select(_ => T.CreateTruncating((random.NextDouble() * 2) - 1)).ToArray();
    }
}
