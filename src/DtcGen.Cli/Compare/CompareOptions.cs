using DtcGen.Cli.Report;

namespace DtcGen.Cli.Compare;

/// <summary>What <c>dtc compare</c> was asked for.</summary>
internal sealed record CompareOptions
{
    /// <summary>The dense model's file.</summary>
    public required string Dense { get; init; }

    /// <summary>The pruned model's file.</summary>
    public required string Pruned { get; init; }

    /// <summary>A folder with MNIST's or CIFAR-10's files; null for other inputs.</summary>
    public string? Data { get; init; }

    /// <summary>A file with inputs; null for others.</summary>
    public string? Inputs { get; init; }

    /// <summary>How the pixels of <see cref="Data"/> are normalised, a number for each channel or one for all; null takes what the files
    /// say.</summary>
    public (IReadOnlyList<float> Mean, IReadOnlyList<float> Deviation)? Normalization { get; init; }

    /// <summary>How many random samples, where neither of the others is given.</summary>
    public int Random { get; init; } = 256;

    /// <summary>Where the random samples start.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>At most this many samples; null takes all there are.</summary>
    public int? Limit { get; init; }

    /// <summary>Timed runs for each latency; 0 times nothing.</summary>
    public int Runs { get; init; } = 200;

    /// <summary>Sizes for symbolic dimensions, each <c>NAME=N</c>.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>Numbers for inputs that get no random ones, each <c>NAME=NUMBER</c>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What must hold for exit code 0.</summary>
    public CompareLimits Limits { get; init; } = new(null, null, null);

    /// <summary>Where the result goes as JSON.</summary>
    public CommandJson Json { get; init; } = new(false, null);
}
