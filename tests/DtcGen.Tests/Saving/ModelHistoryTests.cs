using DtcGen.Tests.Pruned;
using DtcGen.Training;
using static TorchSharp.torch;

namespace DtcGen.Tests.Saving;

[Collection(GlobalGenerator.Collection)]
public sealed class ModelHistoryTests
{
    [Fact]
    public void ClipsAddUpToNumbersBeforeTheFirst()
    {
        using var model = new SmallNet();
        Assert.Equal(["first: all 8 neurons", "second: all 7 neurons"], Said(model));
        model.Clip(model.Groups[0], [1, 2, 5, 6, 7]);
        model.Clip(model.Groups[0], [0, 3, 4]);
        Assert.Equal(["first: 3 of 8 neurons", "second: all 7 neurons"], Said(model));
        Assert.Equal([1, 6, 7], model.History()[0].Kept);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], model.History()[1].Kept);

        // Another model of the class has its own.
        using var other = new SmallNet();
        Assert.Equal(8, other.History()[0].After);
    }

    [Fact]
    public void AClipThatIsUndoneIsForgotten()
    {
        using var model = new SmallNet();
        model.Clip(model.Groups[0], [1, 2, 5, 6, 7]);
        Assert.Throws<InvalidOperationException>(() => Pruning.Run(model, new PruneOptions
        {
            Budget = Budget.Of(0.5, "ounces", static _ => 1),
        }));
        Assert.Equal([1, 2, 5, 6, 7], model.History()[0].Kept);
        var report = Pruning.Run(model, new PruneOptions { Budget = Budget.Neurons(0.5) });
        Assert.Equal(report.Groups[0].Kept.Select(neuron => new[] { 1, 2, 5, 6, 7 }[neuron]), model.History()[0].Kept);
        Assert.Equal(report.Groups[1].Kept, model.History()[1].Kept);
    }

    [Fact]
    public void WeightsFromAFileThatDoesNotSayAreCounted()
    {
        using var model = new SmallNet();
        model.Clip(model.Groups[0], [1, 2, 5]);
        using var file = new MemoryStream();
        model.save(file);
        using var loaded = new SmallNet().LoadPruned(new MemoryStream(file.ToArray()));
        Assert.Equal(["first: 3 of 8 neurons", "second: all 7 neurons"], Said(loaded));
        Assert.Null(loaded.History()[0].Kept);
        loaded.Clip(loaded.Groups[0], [0, 2]);
        Assert.Equal("first: 2 of 8 neurons", Said(loaded)[0]);
        Assert.Null(loaded.History()[0].Kept);
    }

    [Fact]
    public void AModelThatIsShrunkToAStateHasTheStatesNeurons()
    {
        using var model = new SmallNet();
        using var images = rand(6, 5);
        using var labels = zeros(6, ScalarType.Int64);
        var options = new CompressOptions { Batches = _ => (images, labels), Schedule = new ShareSchedule(0.5, 0.5), StepsPerCycle = 1 };
        var state = CompressTrain.Run(model, options).State;
        Assert.Equal(state.KeptNeurons(0), model.History()[0].Kept);

        using var fresh = new SmallNet();
        state.Shrink(fresh);
        Assert.Equal(state.KeptNeurons(0), fresh.History()[0].Kept);
        Assert.Equal(state.KeptNeurons(1), fresh.History()[1].Kept);

        var path = Path.GetTempFileName();
        try
        {
            CompressCheckpoint.Save(path, model, state);
            using var again = new SmallNet();
            CompressCheckpoint.Load(path, again);
            Assert.Equal(state.KeptNeurons(0), again.History()[0].Kept);

            // A run that began with fewer neurons than the class makes counts from there, so which these were is not known.
            using var smaller = new SmallNet();
            smaller.Clip(smaller.Groups[0], [0, 1, 2, 3, 6, 7]);
            CompressCheckpoint.Save(path, smaller, CompressTrain.Run(smaller, options).State);
            using var another = new SmallNet();
            CompressCheckpoint.Load(path, another);
            Assert.Equal("first: 3 of 8 neurons", Said(another)[0]);
            Assert.Null(another.History()[0].Kept);
            Assert.Equal(3, smaller.History()[0].Kept!.Count(static neuron => neuron is < 4 or > 5));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string[] Said(SmallNet model) => [.. model.History().Select(static group => group.ToString())];
}
