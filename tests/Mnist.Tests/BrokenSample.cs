using DtcGen.Datasets;
using static TorchSharp.torch;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>The sample with a fault in its network.</summary>
internal sealed class BrokenSample(Func<Tensor, Tensor> fault) : Sample<BrokenMlp>
{
    private readonly MnistSample _whole = new();

    public override string Description => _whole.Description;

    public override DataSource Source => _whole.Source;

    public override Normalization Normalization => _whole.Normalization;

    public override BrokenMlp CreateModel() => new(fault);

    public override Recipe CreateRecipe(bool quick) => _whole.CreateRecipe(quick) with { ClipShare = 0.5, LatencyRuns = 1 };
}
