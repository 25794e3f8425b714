namespace DtcGen.Benchmarks;

/// <summary>One verb of the benchmark program.</summary>
internal interface IBenchmark
{
    /// <summary>The verb.</summary>
    string Name { get; }

    /// <summary>One line for the help.</summary>
    string Description { get; }

    /// <summary>Measures, printing as it goes, and returns a line per measurement.</summary>
    IReadOnlyList<BenchmarkResult> Run(BenchmarkSettings settings);
}
