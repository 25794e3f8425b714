namespace DtcGen.Benchmarks;

/// <summary>Every table that the pages hold.</summary>
internal static class DocsTables
{
    public static IReadOnlyList<IDocsTable> All { get; } =
    [
        new SampleTable("mnist"),
        new SampleTable("cifar"),
        new SolverTable(),
        new PeerTable("gemm"),
        new PeerTable("batches"),
        new PeerTable("series"),
        new PeerTable("conv"),
        new CompressibilityTable(),
        new GeneratorTable(),
        new ServeTable(),
    ];
}
