namespace DtcGen.Benchmarks;

/// <summary>Every table that the pages hold.</summary>
internal static class DocsTables
{
    public static IReadOnlyList<IDocsTable> All { get; } =
    [
        new SampleTable("mnist"),
        new SampleTable("cifar"),
        new SolverTable(),
        new PeerTable("training"),
        new PeerTable("pruning"),
        new PeerTable("export"),
        new PeerTable("parity"),
        new PeerTable("files"),
        new WaitingTable(),
        new RepeatableTable(),
        new RecordingTable(),
        new CompressibilityTable(),
        new PrunedTable("pruned"),
        new PrunedTable("pruned-fitted"),
        new PrunedTable("pruned-cycles"),
        new ResidualTable(),
        new FeaturesTable(),
        new LatencyTable(),
        new GeneratorTable(),
        new ServeTable(),
        new OverloadTable(),
        new MutationsTable(),
        new KillsTable(),
        new EnduranceTable(),
        new LoadTable(),
    ];
}
