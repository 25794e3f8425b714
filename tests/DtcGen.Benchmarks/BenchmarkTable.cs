namespace DtcGen.Benchmarks;

/// <summary>The verbs that compare us with a peer.</summary>
internal static class BenchmarkTable
{
    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new TrainingBenchmark(),
        new PruningBenchmark(),
        new ExportBenchmark(),
        new ParityBenchmark(),
        new FilesBenchmark(),
    ];
}
