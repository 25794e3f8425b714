using DtcGen.Datasets;

namespace DtcGen.Samples.Cifar;

/// <summary>A residual network on small photographs: coupled groups, convolutions, batch normalisation.</summary>
public sealed class CifarSample : Sample<ResNet20>
{
    public override string Description
        => "Trains a residual network on small photographs, compresses it while it trains, exports both networks to ONNX, and checks under ONNX Runtime that the files compute what the networks do.";

    public override DataSource Source { get; } = new CifarSource();

    public override Normalization Normalization => Cifar10.Normalization;

    /// <summary>About two thirds of the multiply-adds: where layers shrink on both sides, their products shrink twice.</summary>
    public override double DefaultSparsity => 0.4;

    public override ResNet20 CreateModel() => new();

    public override Recipe CreateRecipe(bool quick) => new()
    {
        BatchSize = quick ? 50 : 64,
        DenseEpochs = quick ? 1 : 4,
        DenseLearningRate = 0.003,
        BatchesPerCycle = quick ? 2 : 40,
        CycleLearningRate = 0.001,
        ClipShare = 0.1,
        MultipleOf = 8,
        FineTuneEpochs = quick ? 1 : 8,
        FineTuneLearningRate = 0.002,
        LearningRateDecay = 0.1,
        Augment = !quick,
        Control = true,
        TrainLimit = quick ? 300 : null,
        TestLimit = quick ? 100 : null,
        LatencyRuns = quick ? 1 : 20,
    };
}
