using DtcGen.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Training;

public sealed class AccuracyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void ItIsTheShareOfSamplesWhoseLargestOutputIsThatOfTheirClassWhateverTheBatches(int batchSize)
    {
        using var scope = NewDisposeScope();
        var inputs = tensor(new float[,] { { 3, 1, 2 }, { 0, 5, 1 }, { 1, 2, 9 }, { 7, 0, 0 }, { 0, 1, 2 }, { 4, 3, 2 }, { 1, 0, 2 } });
        var targets = tensor([0L, 1, 2, 0, 0, 1, 2]);
        using var model = Identity();
        Assert.Equal(5 / 7.0, TrainingLoop.Accuracy(model, inputs, targets, batchSize), 1e-12);
    }

    [Fact]
    public void EachModuleComputesAsInEvaluationAndGetsItsOwnModeBack()
    {
        using var scope = NewDisposeScope();
        using var model = Sequential(Dropout(0.999), BatchNorm1d(2));
        var inputs = rand(200, 2);
        var targets = inputs.argmax(1);
        model.train();
        var norm = model.children().Last();
        norm.eval();
        Assert.Equal(1, TrainingLoop.Accuracy(model, inputs, targets));
        Assert.Equal((true, false), (model.training, norm.training));
        Assert.True(((BatchNorm1d)norm).running_mean!.eq(0).all().item<bool>());
    }

    [Fact]
    public void NoSamplesOrTargetsOfAnotherNumberAreRefused()
    {
        using var scope = NewDisposeScope();
        using var model = Identity();
        Assert.Throws<ArgumentException>(() => TrainingLoop.Accuracy(model, zeros(0, 3), zeros(0, ScalarType.Int64)));
        var refusal = Assert.Throws<ArgumentException>(() => TrainingLoop.Accuracy(model, zeros(4, 3), zeros([4, 1], ScalarType.Int64)));
        Assert.StartsWith("There are 4 samples and targets of the shape [4, 1]", refusal.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => TrainingLoop.Accuracy(model, zeros(4, 3), zeros(4, ScalarType.Int64), 0));
    }
}
