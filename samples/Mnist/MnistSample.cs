using DtcGen.Datasets;

namespace DtcGen.Samples.Mnist;

/// <summary>The main job: a perceptron with one hidden layer, on handwritten digits.</summary>
public sealed class MnistSample : Sample<Mlp>
{
    public override string Description
        => "Trains a network on handwritten digits, compresses it while it trains, exports both networks to ONNX, and checks under ONNX Runtime that the files compute what the networks do.";

    public override DataSource Source { get; } = new MnistSource();

    public override Normalization Normalization => Datasets.Mnist.Normalization;

    public override Mlp CreateModel() => new();

    public override Recipe CreateRecipe(bool quick) => new()
    {
        BatchSize = quick ? 100 : 512,
        DenseEpochs = quick ? 2 : 6,
        DenseLearningRate = 0.002,
        BatchesPerCycle = quick ? 10 : 60,
        CycleLearningRate = 0.001,
        ClipShare = 0.1,
        FineTuneEpochs = quick ? 1 : 3,
        FineTuneLearningRate = 0.001,
        LearningRateDecay = 0.1,
        TrainLimit = quick ? 4_000 : null,
        TestLimit = quick ? 1_000 : null,
        LatencyRuns = quick ? 20 : 200,
    };
}
