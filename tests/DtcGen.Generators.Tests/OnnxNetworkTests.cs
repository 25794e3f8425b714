using DtcGen.Onnx;
using DtcGen.Tests.Shared;
using Microsoft.ML.OnnxRuntime;
using TorchSharp.Modules;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>What stands in the files of networks as people write them: natural nodes, names from fields, nothing twice.</summary>
public sealed class OnnxNetworkTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-4;

    public static TheoryData<string> Names => Networks.Names;

    /// <summary>A network, an operator set, operators that its file must have, and those that it must not have.</summary>
    public static TheoryData<string, int, string[], string[]> Nodes => new()
    {
        { "LeNet", 17, ["Conv", "Conv", "Gemm", "Gemm", "Gemm", "Tanh", "Flatten|Reshape"], ["MatMul", "Add"] },
        { "ResNet", 17, ["Conv", "BatchNormalization", "Add", "GlobalAveragePool", "Flatten", "Gemm"], ["MatMul"] },
        { "MobileNet", 17, ["Clip", "Conv", "BatchNormalization"], ["Min", "Max"] },
        { "Mixer", 17, ["LayerNormalization", "LayerNormalization", "MatMul", "Add", "Erf", "Gemm"], ["Gelu"] },
        { "Mixer", 16, ["ReduceMean", "Sqrt", "Erf"], ["LayerNormalization", "Gelu"] },
        { "Mixer", 20, ["LayerNormalization", "Gelu", "Gelu"], ["Erf"] },
        { "Transformer", 17, ["MatMul", "Softmax", "Transpose", "Reshape"], ["Shape", "Gather"] },
        { "TextClassifier", 17, ["Gather", "ReduceMean", "Gemm"], ["Shape"] },
        { "Gated", 17, ["Split", "Sigmoid", "Mul", "PRelu"], ["Slice"] },
        { "Cropped", 17, ["Slice", "Slice", "Split"], ["Gather"] },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryOpsetComputesWhatTheModelDoes(string name)
    {
        using var scope = NewDisposeScope();
        var network = Networks.Of(name);
        using var model = LoadedModel.From(network.Source);
        foreach (var opset in Enumerable.Range(OnnxOpsets.Oldest, OnnxOpsets.Newest - OnnxOpsets.Oldest + 1))
        {
            Assert.InRange(ExportedFile.Difference(model, new OnnxExportOptions { Opset = opset }, network.MakeInputs(3)), 0, Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void OperationsTakeTheirNaturalForm(string name, int opset, string[] has, string[] hasNot)
    {
        using var scope = NewDisposeScope();
        var network = Networks.Of(name);
        using var model = LoadedModel.From(network.Source);
        var operators = ExportedFile.Export(model, new OnnxExportOptions { Opset = opset }, network.MakeInputs(2)).Proto.Graph.Node
            .Select(static node => node.OpType)
            .ToList();
        Assert.All(hasNot, unwanted => Assert.DoesNotContain(unwanted, operators));
        Assert.All(
            has,
            wanted => Assert.True(wanted.Split('|').Any(operators.Remove), $"{wanted} is missing among: {string.Join(' ', operators)}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ShapesThatAreKnownAreNotComputed(string name)
    {
        using var scope = NewDisposeScope();
        var network = Networks.Of(name);
        using var model = LoadedModel.From(network.Source);
        Assert.DoesNotContain(
            ExportedFile.Export(model, network.MakeInputs(2)).Proto.Graph.Node,
            static node => node.OpType is "Shape" or "Constant" or "Cast");
    }

    [Fact]
    public void NamesComeFromFieldsAndBlocks()
    {
        using var scope = NewDisposeScope();
        var network = Networks.Of("ResNet");
        using var model = LoadedModel.From(network.Source);
        var graph = ExportedFile.Export(model, network.MakeInputs(2)).Proto.Graph;

        Assert.Contains("layer1.0.conv1", graph.Node.Select(static node => node.Name));
        Assert.Contains("layer2.down.shortcut.1", graph.Node.Select(static node => node.Name));
        Assert.Equal(
            model.Module
                .state_dict().Keys
                .Where(static key => !key.EndsWith("num_batches_tracked", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
            graph.Initializer.Select(static tensor => tensor.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ResNet")]
    [InlineData("Bottleneck")]
    [InlineData("MobileNet")]
    [InlineData("SqueezeAndExcitation")]
    [InlineData("DenseNet")]
    public void SpatialDimensionsMayBeLeftOpen(string name)
    {
        using var scope = NewDisposeScope();
        var network = Networks.Of(name);
        using var model = LoadedModel.From(network.Source);
        model.Module.eval();
        var file = OnnxExport.Build(
            (IOnnxExportable)model.Module, new OnnxInput([OnnxInput.Batch, network.Inputs[0].Shape[0], "height", "width"]));
        Assert.Empty(OnnxChecker.Check(file));
        using var session = new InferenceSession(file.ToBytes());
        foreach (var (height, width) in new[] { (8, 8), (11, 6) })
        {
            Assert.InRange(ExportedFile.Difference(session, model, randn(2, network.Inputs[0].Shape[0], height, width)), 0, Tolerance);
        }
    }

    [Theory]
    [InlineData("ResNet")]
    [InlineData("Vgg")]
    [InlineData("Bottleneck")]
    public void BatchNormalisationsAreFoldedByChoice(string name)
    {
        using var scope = NewDisposeScope();
        var network = Networks.Of(name);
        using var model = LoadedModel.From(network.Source);
        NetworkTests.Warm(network, model);
        var folded = new OnnxExportOptions { FoldBatchNorm = true };

        Assert.Contains(
            ExportedFile.Export(model, network.MakeInputs(2)).Proto.Graph.Node, static node => node.OpType == "BatchNormalization");
        Assert.DoesNotContain(
            ExportedFile.Export(model, folded, network.MakeInputs(2)).Proto.Graph.Node,
            static node => node.OpType == "BatchNormalization" && !node.Name.StartsWith("classifier", StringComparison.Ordinal));
        Assert.InRange(ExportedFile.Difference(model, folded, network.MakeInputs(5)), 0, Tolerance);
    }

    [Fact]
    public void AWeightThatTwoLayersShareIsStoredOnce()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(ModelSource.Of("""
            private readonly Linear fc1 = Linear(6, 6, hasBias: false);
            private readonly Linear fc2 = Linear(6, 6, hasBias: false);

            public override Tensor forward(Tensor x) => fc2.call(fc1.call(x).relu());
            """));
        LayerWeights.Linear(model.Module, "fc2").weight = LayerWeights.Linear(model.Module, "fc1").weight;

        Assert.Equal(["fc1.weight"], ExportedFile.Export(model, randn(2, 6)).Proto.Graph.Initializer.Select(static tensor => tensor.Name));
        Assert.InRange(ExportedFile.Difference(model, randn(5, 6)), 0, Tolerance);
    }

    [Fact]
    public void TheCheckerOfOnnxFindsNoFault()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        foreach (var network in Networks.All)
        {
            using var model = LoadedModel.From(network.Source);
            foreach (var opset in new[] { 13, 15, 17, 21 })
            {
                ExportedFile.Export(model, new OnnxExportOptions { Opset = opset }, network.MakeInputs(2))
                    .Save(folder.File($"{network.Name}-{opset}.onnx"));
            }
        }

        PythonOnnx.Check(folder.Path, output);
    }
}
