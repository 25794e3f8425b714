using DtcGen.Replay;
using DtcGen.Tomography;
using DtcGen.Training;

namespace DtcGen.Samples.Paper;

/// <summary>The numbers of the published experiment (arXiv:2505.23869 and its supplement).</summary>
internal sealed record PaperProtocol
{
    /// <summary>The seed of everything in the published runs.</summary>
    public const long PublishedSeed = NumPyMeasurements.PublishedSeed;

    /// <summary>Neurons between the two layers at the start.</summary>
    public int HiddenNeurons { get; init; } = 512;

    /// <summary>Images per batch, for training and testing; the last batch has what is left.</summary>
    public int BatchSize { get; init; } = 512;

    /// <summary>
    /// Batches trained on before each clip. Every cycle starts again at the first batch of the file and goes
    /// round when it has seen all of them.
    /// </summary>
    public int BatchesPerCycle { get; init; } = CompressOptions.DefaultStepsPerCycle;

    /// <summary>Adam's learning rate; Adam starts afresh in every cycle.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>How many neurons leave at each clip, and when the run ends.</summary>
    public FloorSchedule Schedule { get; init; } = new();

    /// <summary>The share of neurons that stays at each clip.</summary>
    public double KeptShare => 1 - Schedule.ShareClipped;

    /// <summary>The share of measurements that a weight ray does without.</summary>
    public double MeasurementSparsity { get; init; } = TomographySettings.DefaultMeasurementSparsity;

    /// <summary>The weight of the rays' l1 norm.</summary>
    public double Lambda { get; init; } = TomographySettings.DefaultLambda;

    /// <summary>The seed of a repeat; the first repeat has the published one.</summary>
    /// <param name="repeat">The repeat, from 0.</param>
    public static long SeedOf(int repeat) => PublishedSeed + repeat;

    /// <summary>The repeat that has a seed.</summary>
    /// <param name="seed">The seed.</param>
    public static int RepeatOf(long seed) => (int)(seed - PublishedSeed);

    /// <summary>How many cycles a run has.</summary>
    public int CountCycles()
    {
        var cycles = 0;
        var neurons = HiddenNeurons;
        while (Schedule.CountKept(HiddenNeurons, neurons, cycles) is var kept && kept < neurons)
        {
            neurons = kept;
            cycles++;
        }

        return cycles;
    }
}
