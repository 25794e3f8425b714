namespace DtcGen.Benchmarks;

/// <summary>One verb that compares us with a peer.</summary>
internal interface IBenchmark
{
    /// <summary>The verb.</summary>
    string Name { get; }

    /// <summary>One line for the help.</summary>
    string Description { get; }

    /// <summary>Whether its peer is Torch-Pruning.</summary>
    bool NeedsTorchPruning => false;

    /// <summary>Measures, and returns a line per measurement.</summary>
    IReadOnlyList<BenchmarkResult> Run(BenchmarkSettings settings);
}
