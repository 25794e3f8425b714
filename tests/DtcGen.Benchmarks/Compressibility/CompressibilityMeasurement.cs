namespace DtcGen.Benchmarks;

/// <summary>One run of the sweep: what the network's weights take after training and the threshold.</summary>
internal sealed record CompressibilityMeasurement
{
    /// <summary>The multiple of the compressibility loss.</summary>
    public required double Lambda { get; init; }

    /// <summary>Whether neurons left by dual tomographic compression.</summary>
    public required bool Dtc { get; init; }

    public required long Neurons { get; init; }

    /// <summary>The accuracy on the test set before the threshold or, with a lambda above 0, after it.</summary>
    public required double Accuracy { get; init; }

    /// <summary>The accuracy after the threshold.</summary>
    public required double ThresholdedAccuracy { get; init; }

    public required long Weights { get; init; }

    public required long NonZeros { get; init; }

    /// <summary>The share of the weights that is zero.</summary>
    public required double Sparsity { get; init; }

    public required double BitsPerWeight { get; init; }

    public required double BitsPerNonZero { get; init; }

    /// <summary>The quantised weights' size after DEFLATE.</summary>
    public required long Bytes { get; init; }

    /// <summary>Their size by the entropy.</summary>
    public required long EntropyBytes { get; init; }

    public required string Dataset { get; init; }

    public required long Seed { get; init; }
}
