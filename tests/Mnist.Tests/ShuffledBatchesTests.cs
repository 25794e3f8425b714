using DtcGen.Datasets;
using DtcGen.Training;
using TorchSharp;

namespace DtcGen.Samples.Mnist.Tests;

public sealed class ShuffledBatchesTests
{
    /// <summary>Image i has the one pixel i and the label i.</summary>
    private static TensorImages Images(int count)
    {
        byte[] numbers = [.. Enumerable.Range(0, count).Select(i => (byte)i)];
        return new TensorImages(new LabeledImages(numbers, numbers, 1, 1, 1), new Normalization([0f], [1 / 255f]));
    }

    [Fact]
    public void EachPassHasEveryImageOnceWithItsLabelInAnOrderOfItsOwn()
    {
        using var scope = torch.NewDisposeScope();
        using var images = Images(23);
        var batches = new ShuffledBatches(images, batchSize: 5, seed: 3);
        Assert.Equal(5, batches.PerPass);

        var first = Pass(0);
        var second = Pass(1);
        Assert.Equal(Enumerable.Range(0, 23).Select(i => (long)i), first.Order());
        Assert.Equal(first.Order(), second.Order());
        Assert.NotEqual(first, second);
        Assert.NotEqual(first.Order(), first);

        List<long> Pass(int pass)
        {
            var seen = new List<long>();
            for (var i = 0; i < 5; i++)
            {
                var (inputs, targets) = batches.At(new TrainingPosition(0, 0, pass * 5 + i));
                var labels = targets.data<long>().ToArray();
                Assert.Equal(i == 4 ? 3 : 5, labels.Length);
                Assert.Equal(labels.Select(l => (float)l), inputs.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-3f);
                seen.AddRange(labels);
            }

            return seen;
        }
    }

    [Fact]
    public void ABatchDependsOnItsPositionAndTheSeedAlone()
    {
        using var scope = torch.NewDisposeScope();
        using var images = Images(23);
        var position = new TrainingPosition(1, 2, 17);
        var straight = Labels(new ShuffledBatches(images, 5, seed: 3), position);
        var wandering = new ShuffledBatches(images, 5, seed: 3);
        Labels(wandering, new TrainingPosition(0, 0, 99));
        Assert.Equal(straight, Labels(wandering, position));
        Assert.NotEqual(straight, Labels(new ShuffledBatches(images, 5, seed: 1000), position));

        static long[] Labels(ShuffledBatches batches, TrainingPosition position) => batches.At(position).Targets.data<long>().ToArray();
    }

    [Fact]
    public void ASetSmallerThanABatchIsOneBatch()
    {
        using var scope = torch.NewDisposeScope();
        using var images = Images(3);
        var batches = new ShuffledBatches(images, 512, seed: 1);
        Assert.Equal(1, batches.PerPass);
        Assert.Equal([3L], batches.At(default).Targets.shape);
    }
}
