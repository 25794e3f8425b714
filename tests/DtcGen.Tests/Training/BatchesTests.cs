using DtcGen.Training;
using static TorchSharp.torch;

namespace DtcGen.Tests.Training;

public class BatchesTests
{
    [Fact]
    public void BatchesInOrderBeginAgainWithEachCycle()
    {
        var batches = Task.Batches(3);
        var source = Batches.InOrder(batches);

        Assert.Same(batches[0].Inputs, source(new TrainingPosition(0, 0, 0)).Inputs);
        Assert.Same(batches[1].Inputs, source(new TrainingPosition(0, 4, 4)).Inputs);
        Assert.Same(batches[0].Inputs, source(new TrainingPosition(1, 0, 5)).Inputs);
    }

    [Fact]
    public void ASequenceIsRepeated()
    {
        var batches = Task.Batches(2);
        var source = Batches.Repeat(batches);

        var inputs = Enumerable.Range(0, 5).Select(i => source(new TrainingPosition(0, i, i)).Inputs).ToArray();

        Tensor[] expected = [batches[0].Inputs, batches[1].Inputs, batches[0].Inputs, batches[1].Inputs, batches[0].Inputs];
        Assert.All(expected.Zip(inputs), pair => Assert.Same(pair.First, pair.Second));
    }

    [Fact]
    public void EmptySourcesAreRefused()
    {
        Assert.Throws<ArgumentException>(() => Batches.InOrder([]));
        Assert.Throws<InvalidOperationException>(() => Batches.Repeat([])(default));
    }
}
