using DtcGen.Onnx;
using DtcGen.Recording;
using Microsoft.ML.OnnxRuntime;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Models that are recorded when they run: grouped, clipped exactly, exported.</summary>
public sealed class RecordedTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. RecordedModels.All.Select(static model => model.Name)];

    public static TheoryData<string> ReadNames => Networks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void IsExportedAndClippedExactly(string name)
    {
        var model = RecordedModels.All.Single(model => model.Name == name);
        using var scope = NewDisposeScope();
        var generated = RecordedCase.Compile(model.Source);
        Assert.Contains(generated.Diagnostics, static diagnostic => diagnostic.Id == "DTC012");
        using var recorded = RecordedCase.Make(generated, [randn([2, .. model.Input])]);
        Show(recorded);
        Assert.Equal(model.Groups, recorded.Neurons.Groups.Select(static group => group.Name));
        RecordedCase.CheckExport(recorded, [randn([1, .. model.Input])], [randn([37, .. model.Input])]);
        RecordedCase.CheckClips(generated, [randn([2, .. model.Input])], [randn([5, .. model.Input])]);
    }

    [Theory]
    [MemberData(nameof(ReadNames))]
    public void ARecordedModelIsWhatItsReaderReads(string name)
    {
        var network = Networks.Of(name);
        using var scope = NewDisposeScope();
        var generated = RecordedCase.Compile(ModelSource.Recorded(network.Source));
        using var recorded = RecordedCase.Make(generated, network.MakeInputs(2));
        using var read = LoadedModel.From(network.Source);
        Show(recorded);
        Assert.IsAssignableFrom<IRecordedModel>(recorded.Module);
        Assert.Equal(read.Neurons.Groups.Select(NetworkGroup.MembersOf), recorded.Neurons.Groups.Select(NetworkGroup.MembersOf));
        RecordedCase.CheckExport(recorded, network.MakeInputs(1), network.MakeInputs(37));
        RecordedCase.CheckClips(generated, network.MakeInputs(2), network.MakeInputs(5));
    }

    [Theory]
    [InlineData("P01_detector")]
    [InlineData("P03_residual")]
    [InlineData("P04_unet")]
    [InlineData("P05_mobile")]
    public void HeightAndWidthMayBeLeftOpen(string name)
    {
        using var scope = NewDisposeScope();
        var text = RecordedCaseTests.Source(name);
        var generated = Generated.Run(text);
        var channels = name == "P04_unet" ? 2 : 3;
        using var model = RecordedCase.Make(generated, [randn(2, channels, 16, 16)]);
        model.Module.eval();
        var file = OnnxExport.Build((IOnnxExportable)model.Module, new OnnxInput([OnnxInput.Batch, channels, "height", "width"]));
        Assert.Empty(OnnxChecker.Check(file));
        using var session = new InferenceSession(file.ToBytes());
        foreach (var (batch, height, width) in new[] { (1, 16, 16), (3, 24, 40), (37, 32, 8) })
        {
            Assert.InRange(ExportedFile.Difference(session, model, randn(batch, channels, height, width)), 0, RecordedCase.Tolerance);
        }
    }

    [Fact]
    public void AHeightThatTheCodeFixesIsSaid()
    {
        using var scope = NewDisposeScope();
        var generated = RecordedCase.Compile(ModelSource.Recorded(Networks.Of("LeNet").Source));
        var input = Networks.Of("LeNet").MakeInputs(2);
        using var model = RecordedCase.Make(generated, input);
        var shape = input[0].shape;
        var refusal = Assert.Throws<OnnxExportException>(
            () => OnnxExport.Build((IOnnxExportable)model.Module, new OnnxInput([OnnxInput.Batch, shape[1], "height", "width"])));
        Assert.Contains("is fixed by the code", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TrainingAndExportRecordAModelThemselves()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(RecordedCase.Compile(RecordedModels.All[0].Source));
        OnnxExport.Build((IOnnxExportable)model.Module, OnnxInput.Batched(RecordedModels.All[0].Input));
        Assert.NotEmpty(model.Neurons.Groups);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsProvedAndAsItWasAfterwards(string name)
    {
        using var scope = NewDisposeScope();
        var recorded = RecordedModels.All.Single(model => model.Name == name);
        using var model = LoadedModel.From(RecordedCase.Compile(recorded.Source));
        var before = LayerWeights.Snapshot(model.Module);
        var proof = model.Neurons.Prove(randn([3, .. recorded.Input]));
        output.WriteLine(proof.ToString());
        Assert.True(proof.IsProved, proof.ToString());
        Assert.Equal(recorded.Groups, proof.Groups.Select(static group => group.Group));
        Assert.NotNull(proof.File?.Parity);
        Assert.Equal(before, LayerWeights.Snapshot(model.Module));
    }

    [Fact]
    public void AClipThatIsNotExactIsSeenByItsProof()
    {
        // A network that is not what its groups say: one more use of the neurons than the recording saw.
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(RecordedCase.Compile(RecordedModels.All[0].Source));
        var network = (nn.Module<Tensor, Tensor>)model.Module;
        var proof = model.Neurons.Prove(
            inputs => [network.call(inputs[0]) + model.Neurons.CountNeurons(model.Neurons.Groups[0])], randn(3, 8));
        Assert.False(proof.IsProved);
        Assert.Contains("NOT EXACT", proof.ToString(), StringComparison.Ordinal);
    }

    private void Show(LoadedModel model)
    {
        foreach (var group in model.Neurons.Groups)
        {
            output.WriteLine(NetworkGroup.MembersOf(group));
        }

        foreach (var pinned in model.Neurons.Pinned)
        {
            output.WriteLine($"{pinned.Layer} stays: {pinned.Reason}");
        }
    }
}
