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
    public void EveryPassOfAShuffledSourceSeesEachRowOnceInItsOwnOrder()
    {
        using var inputs = arange(10, ScalarType.Float32).reshape(10, 1);
        using var targets = arange(10, ScalarType.Int64);
        var source = Batches.Shuffled(inputs, targets, 3, 5);

        var passes = Enumerable.Range(0, 2).Select(pass => Enumerable.Range(0, 3).SelectMany(step =>
        {
            var (taken, labels) = source(new TrainingPosition(0, step, (3 * pass) + step));
            Assert.Equal(taken.data<float>().ToArray().Select(value => (long)value), labels.data<long>().ToArray());
            return labels.data<long>().ToArray();
        }).ToArray()).ToArray();

        Assert.All(passes, pass => Assert.Equal(9, pass.Distinct().Count()));
        Assert.NotEqual(passes[0], passes[1]);
        var again = Batches.Shuffled(inputs, targets, 3, 5)(new TrainingPosition(1, 0, 3)).Targets;
        Assert.Equal(passes[1][..3], again.data<long>().ToArray());
    }

    [Fact]
    public void EmptySourcesAreRefused()
    {
        Assert.Throws<ArgumentException>(() => Batches.InOrder([]));
        Assert.Throws<InvalidOperationException>(() => Batches.Repeat([])(default));
    }
}
