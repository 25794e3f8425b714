namespace DtcGen.Onnx.Tests;

public sealed class ExportedFactsTests
{
    private static readonly OnnxExportOptions Given = new()
    {
        Mean = [0.1307f, 0.5f],
        Deviation = [0.3081f, 1],
        Classes = ["cat", "dog", "fish", "bird"],
    };

    [Fact]
    public void TheFileSaysWhatWasKeptAndWhatTheOptionsGive()
    {
        using var model = new SmallNet();
        Assert.Equal("""{"hidden":{"before":9}}""", Build(model).Metadata["neurons"]);
        model.Clip(model.Groups[0], [0, 2, 3, 7, 8]);
        model.Clip(model.Groups[0], [1, 2, 4]);
        var onnx = Build(model, Given);
        Assert.Equal("""{"hidden":{"before":9,"kept":[2,3,8]}}""", onnx.Metadata["neurons"]);
        Assert.Equal("0.1307,0.5", onnx.Metadata["mean"]);
        Assert.Equal("0.3081,1", onnx.Metadata["deviation"]);
        Assert.Equal("cat,dog,fish,bird", onnx.Metadata["classes"]);
        Assert.Equal(4, onnx.Metadata.Count);

        var facts = OnnxFacts.Read(onnx.Metadata);
        Assert.Equal(Given.Mean, facts.Mean);
        Assert.Equal(Given.Deviation, facts.Deviation);
        Assert.Equal(Given.Classes, facts.Classes);
        Assert.Equal("hidden: 3 of 9 (2, 3, 8)", Assert.Single(facts.Neurons!).ToString());
    }

    [Fact]
    public void WhereItIsNotKnownWhichAreLeftTheyAreCounted()
    {
        using var model = new SmallNet();
        model.Clip(model.Groups[0], [0, 2, 3, 7, 8]);
        using var weights = new MemoryStream();
        model.save(weights);
        using var loaded = new SmallNet().LoadPruned(new MemoryStream(weights.ToArray()));
        var onnx = Build(loaded);
        Assert.Equal("""{"hidden":{"before":9,"after":5}}""", onnx.Metadata["neurons"]);
        Assert.Equal(new OnnxNeurons("hidden", 9, 5, null), Assert.Single(OnnxFacts.Read(onnx.Metadata).Neurons!));
    }

    [Fact]
    public void MetadataOfOnesOwnAreKept()
    {
        using var model = new SmallNet();
        var own = new Dictionary<string, string> { ["neurons"] = "mine", ["seed"] = "7" };
        Assert.Equal(own, Build(model, new OnnxExportOptions { Metadata = own }).Metadata);
        Assert.Empty(Build(model, new OnnxExportOptions { WriteNeurons = false }).Metadata);
    }

    [Theory]
    [InlineData("mean", "'mean' is given twice")]
    [InlineData("deviation", "'deviation' is given twice")]
    [InlineData("classes", "'classes' is given twice")]
    public void AFactGivenTwiceIsRefused(string key, string says)
        => Refused(Given with { Metadata = new Dictionary<string, string> { [key] = "1" } }, says);

    [Fact]
    public void FactsThatCannotBeWrittenAreRefused()
    {
        Refused(Given with { Deviation = [1] }, "There are 2 numbers in Mean and 1 in Deviation");
        Refused(Given with { Mean = null }, "There are 0 numbers in Mean and 2 in Deviation");
        Refused(Given with { Deviation = [1, 0] }, "finite and above 0");
        Refused(Given with { Mean = [float.NaN, 0] }, "finite");
        Refused(Given with { Classes = ["cat", "dog, or wolf", "fish", "bird"] }, "'dog, or wolf' cannot be written");
        using var model = new SmallNet();
        var refusal = Assert.Throws<OnnxExportException>(() => Build(model, Given with { Classes = ["cat", "dog"] }));
        Assert.Contains("names 2 classes, and the model returns", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"a":3}""")]
    [InlineData("""{"a":{"kept":[1]}}""")]
    [InlineData("""{"a":{"before":3,"kept":[]}}""")]
    [InlineData("""{"a":{"before":3,"kept":[1,1]}}""")]
    [InlineData("""{"a":{"before":3,"kept":[0,3]}}""")]
    [InlineData("""{"a":{"before":3,"kept":[-1,2]}}""")]
    [InlineData("""{"a":{"before":3,"kept":["1"]}}""")]
    [InlineData("""{"a":{"before":3,"after":4}}""")]
    [InlineData("""{"a":{"before":99999999999}}""")]
    [InlineData("""{"a":{"before":3},"a":{"before":3}}""")]
    public void NeuronsThatCannotBeUnderstoodAreLeftOut(string text)
        => Assert.Null(OnnxFacts.Read(new Dictionary<string, string> { ["neurons"] = text }).Neurons);

    [Theory]
    [InlineData("1,x")]
    [InlineData("1,NaN")]
    [InlineData("0,1")]
    public void DeviationsThatCannotBeUnderstoodAreLeftOut(string text)
        => Assert.Null(OnnxFacts.Read(new Dictionary<string, string> { ["deviation"] = text }).Deviation);

    private static OnnxModel Build(SmallNet model, OnnxExportOptions? options = null)
        => OnnxExport.Build(model, OnnxInput.Batched(6), options);

    private static void Refused(OnnxExportOptions options, string says)
    {
        using var model = new SmallNet();
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => Build(model, options)).Message, StringComparison.Ordinal);
    }
}
