using System.Runtime.InteropServices;
using TorchSharp.Kernels;

namespace DtcGen.Benchmarks;

/// <summary>Single-precision matrix products beside OpenBLAS: the training's shapes, and a grid.</summary>
internal sealed unsafe class GemmBenchmark : IBenchmark
{
    private const int Largest = 1024;
    private static readonly int[] GridSizes = [8, 10, 33, 128, 512, 1024];

    public string Name => "gemm";

    public string Description => "Matrix products beside OpenBLAS: 512×784×512, the shapes of training, and a grid of sizes and transpositions.";

    public IReadOnlyList<BenchmarkResult> Run(BenchmarkSettings settings)
    {
        List<BenchmarkResult> results = [];
        if (OpenBlas.Find() is not { } peer)
        {
            return results;
        }

        float* a = Numbers(), b = Numbers(), c = Numbers();
        WarmUp(a, b, c);
        int before = Workers.ThreadCount;
        foreach (int threads in settings.Threads)
        {
            Workers.ThreadCount = threads;
            peer.SetThreads(threads);
            foreach (GemmShape shape in GemmShape.Training)
            {
                results.Add(Measure(shape, threads, peer, a, b, c, 400));
            }

            double logs = 0;
            int count = 0;
            foreach (GemmShape shape in GemmShape.Grid(GridSizes))
            {
                BenchmarkResult result = Measure(shape, threads, peer, a, b, c, 4);
                logs += Math.Log(result.Ratio.GetValueOrDefault());
                count++;
                if (Environment.GetEnvironmentVariable("GEMM_GRID") != null)
                {
                    results.Add(result);
                }
            }

            results.Add(new BenchmarkResult($"geometric mean of {count} shapes", threads, Math.Exp(logs / count), 1, "OpenBLAS", "relative time"));
        }

        Workers.ThreadCount = before;
        NativeMemory.AlignedFree(a);
        NativeMemory.AlignedFree(b);
        NativeMemory.AlignedFree(c);
        return results;
    }

    /// <summary>Lets the just-in-time compiler finish with every path before anything is timed.</summary>
    private static void WarmUp(float* a, float* b, float* c)
    {
        for (int round = 0; round < 3; round++)
        {
            foreach (GemmShape shape in GemmShape.Grid([8, 10, 33, 128]))
            {
                for (int index = 0; index < 40; index++)
                {
                    Multiply(shape, a, b, c);
                }
            }

            Thread.Sleep(300);
        }
    }

    private static void Multiply(GemmShape shape, float* a, float* b, float* c)
        => TorchSharp.Kernels.Gemm.Multiply(
            shape.TransposeA, shape.TransposeB, shape.M, shape.N, shape.K, a, shape.TransposeA ? shape.M : shape.K, b, shape.TransposeB ? shape.K : shape.N, 0, c, shape.N);

    private static BenchmarkResult Measure(GemmShape shape, int threads, OpenBlas peer, float* a, float* b, float* c, double budget)
    {
        int m = shape.M, n = shape.N, k = shape.K;
        int lda = shape.TransposeA ? m : k, ldb = shape.TransposeB ? k : n;
        (double ours, double theirs) = Timing.Alternate(
            () => Multiply(shape, a, b, c),
            () => peer.Multiply(shape.TransposeA, shape.TransposeB, m, n, k, a, lda, b, ldb, c, n),
            budget,
            5);
        return new BenchmarkResult(shape.ToString(), threads, ours, theirs, "OpenBLAS", "ms");
    }

    private static float* Numbers()
    {
        float* numbers = (float*)NativeMemory.AlignedAlloc(Largest * Largest * sizeof(float), 64);
        Random random = new(1);
        for (int index = 0; index < Largest * Largest; index++)
        {
            numbers[index] = random.NextSingle() - 0.5f;
        }

        return numbers;
    }
}
