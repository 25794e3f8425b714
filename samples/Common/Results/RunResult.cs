namespace DtcGen.Samples;

/// <summary>What a run found: the content of result.json. A run that was stopped has what was finished, and null for the rest.</summary>
public sealed record RunResult
{
    /// <summary>The name of <see cref="Status"/> for a run that reached its end.</summary>
    public const string Completed = "completed";

    /// <summary>The data's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>Where the data came from.</summary>
    public required string DataOrigin { get; init; }

    /// <summary>Decides everything that is random.</summary>
    public required long Seed { get; init; }

    /// <summary>What decided which neurons left.</summary>
    public required string Criterion { get; init; }

    /// <summary>The share of the neurons that was to be removed.</summary>
    public required double TargetSparsity { get; init; }

    /// <summary>"completed", or where the run stopped and why.</summary>
    public string Status { get; set; } = "not started";

    /// <summary>The network before compression.</summary>
    public ModelResult? Dense { get; set; }

    /// <summary>The network after compression and fine-tuning.</summary>
    public ModelResult? Pruned { get; set; }

    /// <summary>How well the weights of both compress.</summary>
    public required CompressibilityResult Compressibility { get; init; }

    /// <summary>The dense network, trained for as long as the compression took; null where the sample does not ask for it.</summary>
    public ControlResult? Control { get; set; }

    /// <summary>The cycles done.</summary>
    public List<CycleResult> Cycles { get; } = [];

    /// <summary>The comparison of both files with their models.</summary>
    public ParityResult? Parity { get; set; }

    /// <summary>How long each part took.</summary>
    public SecondsResult Seconds { get; } = new();
}
