namespace DtcGen.Samples;

/// <summary>How a network is trained, compressed and fine-tuned.</summary>
public sealed record Recipe
{
    /// <summary>Images per batch.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Passes over the training set before compression.</summary>
    public required int DenseEpochs { get; init; }

    /// <summary>Adam's step size in the first of them.</summary>
    public required double DenseLearningRate { get; init; }

    /// <summary>Batches of training before each clip.</summary>
    public required int BatchesPerCycle { get; init; }

    /// <summary>Adam's step size during the cycles.</summary>
    public required double CycleLearningRate { get; init; }

    /// <summary>The share of the neurons that leaves in each cycle.</summary>
    public required double ClipShare { get; init; }

    /// <summary>What the numbers of neurons left are multiples of.</summary>
    public int MultipleOf { get; init; } = 1;

    /// <summary>Passes over the training set after the last clip.</summary>
    public required int FineTuneEpochs { get; init; }

    /// <summary>Adam's step size in the first of them.</summary>
    public required double FineTuneLearningRate { get; init; }

    /// <summary>The last pass's step size as a share of the first's; those between form a geometric series.</summary>
    public required double LearningRateDecay { get; init; }

    /// <summary>Whether training mirrors and shifts the images by chance.</summary>
    public bool Augment { get; init; }

    /// <summary>
    /// Whether a copy of the dense network goes on training for as long as the compression took, to compare with.
    /// </summary>
    public bool Control { get; init; }

    /// <summary>How many training images to use, or null for all.</summary>
    public int? TrainLimit { get; init; }

    /// <summary>How many test images to use, or null for all.</summary>
    public int? TestLimit { get; init; }

    /// <summary>Timed runs of each file at each batch size.</summary>
    public required int LatencyRuns { get; init; }
}
