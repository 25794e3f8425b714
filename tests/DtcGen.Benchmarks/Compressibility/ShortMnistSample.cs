using DtcGen.Datasets;
using DtcGen.Samples;
using DtcGen.Samples.Mnist;

namespace DtcGen.Benchmarks;

/// <summary>
/// The main job with fewer steps. Without cycles the steps go into fine-tuning instead, so that both ways take
/// the same number to within 1 %.
/// </summary>
internal sealed class ShortMnistSample(bool cycles) : Sample<Mlp>
{
    private const int Epochs = 2;

    // 13 cycles lead from 512 neurons to 128: 13 × 18 batches beside 2 × 118.
    private const int EpochsOfCycles = 2;
    private const int BatchesPerCycle = 18;

    private readonly MnistSample _whole = new();

    public override string Description => _whole.Description;

    public override DataSource Source => _whole.Source;

    public override Normalization Normalization => _whole.Normalization;

    public override Mlp CreateModel() => _whole.CreateModel();

    public override Recipe CreateRecipe(bool quick) => _whole.CreateRecipe(quick) with
    {
        DenseEpochs = Epochs,
        BatchesPerCycle = BatchesPerCycle,
        FineTuneEpochs = Epochs + (cycles ? 0 : EpochsOfCycles),
        LatencyRuns = 1,
    };
}
