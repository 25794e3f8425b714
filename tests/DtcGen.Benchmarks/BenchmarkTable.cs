namespace DtcGen.Benchmarks;

/// <summary>All verbs.</summary>
internal static class BenchmarkTable
{
    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new BatchesBenchmark(),
        new SeriesBenchmark(),
        new ConvBenchmark(),
    ];
}
