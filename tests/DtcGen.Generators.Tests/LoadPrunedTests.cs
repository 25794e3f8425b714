using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>What a pruned model saved is loaded into a model as its class makes it, or refused before anything changes.</summary>
public sealed class LoadPrunedTests
{
    public static TheoryData<string> Names => Networks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryNetworkComesBackBitByBit(string name)
    {
        using var scope = NewDisposeScope();
        var generated = Generated.From(Networks.Of(name).Source);
        using var pruned = LoadedModel.From(generated);
        NetworkTests.Warm(Networks.Of(name), pruned);
        var chance = new Random(4);
        foreach (var group in pruned.Neurons.Groups)
        {
            var count = pruned.Neurons.CountNeurons(group);
            pruned.Neurons.Clip(group, KeepSets.Random(count, chance.Next(1, (int)count + 1), chance));
        }

        using var fresh = LoadedModel.From(generated, seed: 8);
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        fresh.LoadPruned(pruned.Save());

        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Equal(pruned.Save(), fresh.Save());
        using var tensors = LoadedModel.From(generated, seed: 9);
        tensors.LoadPruned(pruned.SavePruned());
        Assert.Equal(pruned.Save(), tensors.Save());
        using var copy = LoadedModel.From(generated, seed: 9);
        copy.LoadPruned(pruned.Module.state_dict());
        Assert.Equal(pruned.Save(), copy.Save());
        var inputs = Networks.Of(name).MakeInputs(3);
        pruned.Module.eval();
        fresh.Module.eval();
        Assert.All(
            pruned.Call(inputs).Zip(fresh.Call(inputs)), static pair => Assert.Equal(0, LayerWeights.Difference(pair.First, pair.Second)));
    }

    [Fact]
    public void AModelThatIsPrunedLessIsPrunedOn()
    {
        using var pruned = Clipped(3, 2);
        using var other = Clipped(5, 7);
        other.LoadPruned(pruned.Save());
        Assert.Equal(pruned.Save(), other.Save());
    }

    [Fact]
    public void ADenseModelIsLoadedToo()
    {
        using var dense = Clipped(8, 7);
        using var other = LoadedModel.From(Source, seed: 5);
        other.LoadPruned(dense.Save());
        Assert.Equal(dense.Save(), other.Save());
    }

    [Fact]
    public void ALargerOneIsRefused()
        => Refused(Clipped(4, 7), Clipped(5, 7), "'fc1.weight' is [5, 6]", "1 to 4 neurons");

    [Fact]
    public void AnotherModelIsRefused()
        => Refused(
            LoadedModel.From(Source),
            LoadedModel.From(Source.Replace("fc3", "head", StringComparison.Ordinal)),
            "is of another model: it has no 'fc3.weight', 'fc3.bias', and the model has no 'head.weight', 'head.bias'.");

    [Fact]
    public void OneWithOtherInputsIsRefusedAfterTheClipsAreUndone()
        => Refused(
            LoadedModel.From(Source),
            LoadedModel.From(Source.Replace("Linear(6, 8", "Linear(5, 6", StringComparison.Ordinal)
                .Replace("Linear(8, 7", "Linear(6, 4", StringComparison.Ordinal)
                .Replace("Linear(7, 3", "Linear(4, 3", StringComparison.Ordinal)),
            "'fc1.weight' is [6, 5], and [6, 6] in a model", "(fc1 6, fc2 4)");

    [Fact]
    public void AnotherTypeIsRefused()
    {
        var saved = Clipped(5, 6);
        saved.Module.to(ScalarType.Float64);
        Refused(
            LoadedModel.From(Source),
            saved,
            "'fc1.weight' is Float64, and Float32 in the model. Call the model's to(ScalarType.Float64) first.");
    }

    [Fact]
    public void HeadsComeWhole()
    {
        var source = Networks.Of("CausalAttention").Source;
        Refused(
            LoadedModel.From(source),
            LoadedModel.From(source.Replace("12", "10", StringComparison.Ordinal)),
            "'q.weight' is [10, 5]", "1 to 3 neurons there, 4 outputs each");
    }

    [Fact]
    public void AFileThatBreaksOffIsRefusedWhereverItDoes()
    {
        using var pruned = Clipped(3, 2);
        using var model = LoadedModel.From(Source, seed: 3);
        var (whole, before) = (pruned.Save(), model.Save());
        for (var length = 0; length < whole.Length; length++)
        {
            var thrown = Assert.Throws<InvalidDataException>(() => model.LoadPruned(whole[..length]));
            Assert.StartsWith("The stream is not what a TorchSharp module's save writes", thrown.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, model.Save());
    }

    [Theory]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 }, "no end")]
    [InlineData(new byte[] { 1, 1, 65, 6, 2, 255, 255, 255, 255, 255, 255, 255, 127, 4, 0 }, "only 1 bytes are left")]
    [InlineData(new byte[] { 1, 1, 65, 6, 200, 1 }, "200 dimensions")]
    [InlineData(new byte[] { 1, 1, 65, 99, 0 }, "element type 99")]
    [InlineData(new byte[] { 2, 1, 65, 0, 0, 7, 1, 65, 0, 0, 7 }, "'A' is in it twice")]
    public void OtherBytesAreRefused(byte[] bytes, string says)
    {
        using var model = LoadedModel.From(Source, seed: 3);
        var thrown = Assert.Throws<InvalidDataException>(() => model.LoadPruned(bytes));
        Assert.Contains(says, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyBytesAreRefusedOrLoaded()
    {
        using var pruned = Clipped(3, 2);
        using var model = LoadedModel.From(Source, seed: 3);
        var (whole, chance) = (pruned.Save(), new Random(1));
        for (var round = 0; round < 500; round++)
        {
            byte[] changed = [.. whole];
            changed[chance.Next(Math.Min(whole.Length, 40))] ^= (byte)chance.Next(1, 256);
            var before = model.Save();
            try
            {
                model.LoadPruned(changed);
            }
            catch (InvalidDataException)
            {
                Assert.Equal(before, model.Save());
            }
        }
    }

    private static string Source => Networks.Chain(2, bias: true);

    private static LoadedModel Clipped(int first, int second)
    {
        var model = LoadedModel.From(Source);
        model.Neurons.Clip(model.Group("fc1"), KeepSets.All(first));
        model.Neurons.Clip(model.Group("fc2"), KeepSets.All(second));
        return model;
    }

    private static void Refused(LoadedModel model, LoadedModel saved, params string[] says)
    {
        using (model)
        using (saved)
        {
            var before = model.Save();
            var thrown = Assert.Throws<InvalidDataException>(() => model.LoadPruned(saved.Save()));
            Assert.All(says, text => Assert.Contains(text, thrown.Message, StringComparison.Ordinal));
            Assert.Equal(before, model.Save());
            Assert.All(
                model.Module.modules().OfType<TorchSharp.Modules.Linear>(),
                static layer => Assert.Equal([layer.out_features, layer.in_features], layer.weight.shape));
        }
    }
}
