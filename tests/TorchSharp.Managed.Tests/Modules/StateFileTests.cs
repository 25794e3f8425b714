using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>
/// Files of module state: the committed one was written by TorchSharp 0.107.0 on libtorch, and what is written here is
/// the same to the last byte.
/// </summary>
public class StateFileTests
{
    private static readonly string GoldenPath = Path.Combine(AppContext.BaseDirectory, "Modules", "_golden", "state.bin");

    [Fact]
    public void AFileOfTheNativeLibraryIsRead()
    {
        using var loaded = new GoldenModel();
        using var expected = new GoldenModel();
        expected.Fill();
        loaded.load(GoldenPath);
        Dictionary<string, Tensor> values = loaded.state_dict();
        foreach ((string name, Tensor tensor) in expected.state_dict())
        {
            Assert.Equal(tensor.shape, values[name].shape);
            Assert.Equal(tensor.dtype, values[name].dtype);
            Assert.True(tensor.to(float64).allclose(values[name].to(float64), 0, 0), name);
        }
    }

    [Fact]
    public void AFileWrittenHereIsTheSame()
    {
        using var model = new GoldenModel();
        model.Fill();
        using var stream = new MemoryStream();
        model.save(stream);
        Assert.Equal(File.ReadAllBytes(GoldenPath), stream.ToArray());
    }

    [Fact]
    public void PathsStreamsAndWritersAgree()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using Linear source = Linear(3, 2);
            using Linear target = Linear(3, 2);
            Assert.Same(source, source.save(path));
            target.load(path);
            Assert.True(target.weight.allclose(source.weight, 0, 0));
            using var stream = new MemoryStream();
            using var writer = new BinaryWriter(stream);
            source.save(writer);
            Assert.Equal(File.ReadAllBytes(path), stream.ToArray());
            Assert.True(stream.CanWrite);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void StridedParametersAreSavedRowByRow()
    {
        using Linear source = Linear(3, 2, hasBias: false);
        source.weight = new Parameter(tensor(new float[] { 1, 2, 3, 4, 5, 6 }, 3, 2).t());
        using Linear target = Linear(3, 2, hasBias: false);
        target.load(Saved(source));
        Assert.Equal([1f, 3, 5, 2, 4, 6], target.weight.data<float>().ToArray());
        target.weight = new Parameter(zeros(3, 2).t());
        target.load(Saved(source));
        Assert.Equal([1f, 3, 5, 2, 4, 6], target.weight.data<float>().ToArray());
    }

    [Fact]
    public void LoadingKeepsTheParameters()
    {
        using Linear source = Linear(3, 2);
        using Linear target = Linear(3, 2);
        Parameter weight = target.weight;
        target.load(Saved(source));
        Assert.Same(weight, target.weight);
        Assert.True(weight.is_leaf && weight.requires_grad);
    }

    [Fact]
    public void SkippedNamesAreLeftOutOrAlone()
    {
        using Linear source = Linear(3, 2);
        using Linear target = Linear(3, 2);
        using Tensor bias = target.bias!.clone();
        var loaded = new Dictionary<string, bool>();
        target.load(Saved(source), skip: ["bias"], loadedParameters: loaded);
        Assert.True(target.bias.allclose(bias, 0, 0));
        Assert.True(target.weight.allclose(source.weight, 0, 0));
        Assert.Equal(new Dictionary<string, bool> { ["weight"] = true, ["bias"] = true }, loaded);
        using var stream = new MemoryStream();
        source.save(stream, ["bias"]);
        using Linear bare = Linear(3, 2, hasBias: false);
        bare.load(new MemoryStream(stream.ToArray()));
        Assert.True(bare.weight.allclose(source.weight, 0, 0));
    }

    [Fact]
    public void StrictLoadingWantsTheSameNames()
    {
        using Linear source = Linear(3, 2);
        using Linear bare = Linear(3, 2, hasBias: false);
        Assert.Throws<ArgumentException>(() => bare.load(Saved(source)));
        using Sequential renamed = Sequential(("a", Linear(3, 2)));
        Assert.Throws<ArgumentException>(() => renamed.load(Saved(source)));
        var loaded = new Dictionary<string, bool>();
        bare.load(Saved(source), strict: false, loadedParameters: loaded);
        Assert.Equal(new Dictionary<string, bool> { ["weight"] = true, ["bias"] = false }, loaded);
        Assert.True(bare.weight.allclose(source.weight, 0, 0));
    }

    [Fact]
    public void WrongFilesAreNamed()
    {
        using Linear source = Linear(3, 2);
        Assert.Contains("weight", Assert.Throws<ArgumentException>(() => Linear(4, 2).load(Saved(source))).Message);
        Assert.Contains("Float64", Assert.Throws<ArgumentException>(() => Linear(3, 2, dtype: float64).load(Saved(source))).Message);
        byte[] whole = ((MemoryStream)Saved(source)).ToArray();
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.ThrowsAny<EndOfStreamException>(() => Linear(3, 2).load(new MemoryStream(whole[..length])));
        }

        Assert.Throws<FileNotFoundException>(() => source.load(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));
        Assert.ThrowsAny<ArgumentException>(() => source.load(new MemoryStream([2, 6, .. "weight"u8, 6, 200, 1])));
    }

    [Fact]
    public void StateDictionariesAreCopiedInPlace()
    {
        using Linear source = Linear(3, 2);
        using Linear target = Linear(3, 2);
        Parameter weight = target.weight;
        (IList<string> missing, IList<string> unexpected) = target.load_state_dict(source.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Assert.Same(weight, target.weight);
        Assert.True(weight.allclose(source.weight, 0, 0));
        Assert.False(source.weight.IsInvalid);
    }

    [Fact]
    public void StateDictionariesReportTheirDifferences()
    {
        using Linear target = Linear(3, 2);
        var other = new Dictionary<string, Tensor> { ["weight"] = ones(2, 3), ["extra"] = ones(1) };
        Assert.Throws<InvalidOperationException>(() => target.load_state_dict(other));
        (IList<string> missing, IList<string> unexpected) = target.load_state_dict(other, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["extra"], unexpected);
        Assert.Equal(6, target.weight.sum().item<float>());
        target.load_state_dict(other, skip: ["extra", "bias"]);
        other["weight"] = ones(3, 3);
        Assert.ThrowsAny<Exception>(() => target.load_state_dict(other, strict: false));
    }

    [Fact]
    public void NamesCanHaveAPrefix()
    {
        using Linear layer = Linear(1, 1);
        Dictionary<string, Tensor> state = layer.state_dict(prefix: "model.head");
        Assert.Equal(["model.head.weight", "model.head.bias"], state.Keys);
        Assert.Same(state, layer.state_dict(state, "other"));
        Assert.Equal(4, state.Count);
    }

    private static Stream Saved(Module module)
    {
        using var stream = new MemoryStream();
        module.save(stream);
        return new MemoryStream(stream.ToArray());
    }
}
