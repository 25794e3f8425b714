using DtcGen.Tests.Shared;
using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

public sealed class OnnxGraphTests
{
    private readonly OnnxGraph _graph = new();

    [Fact]
    public void ATakenNameGetsANumber()
    {
        var x = _graph.Input("x", OnnxElementType.Float, "batch", 3);
        Assert.Equal("relu", _graph.Relu("relu", x).Name);
        Assert.Equal("relu_1", _graph.Relu("relu", x).Name);
        Assert.Equal("relu_2", _graph.Relu("relu", x).Name);
        Assert.Equal("x_1", _graph.Relu("x", x).Name);
        Assert.Throws<OnnxExportException>(() => _graph.Input("relu", OnnxElementType.Float, 1));
    }

    [Fact]
    public void AWeightUsedTwiceIsStoredOnce()
    {
        using var weight = FullyConnectedCases.Numbers(3, 3);
        using var other = weight.clone();
        var x = _graph.Input("x", OnnxElementType.Float, "batch", 3);
        var y = _graph.Linear("fc", _graph.Linear("fc", x, weight), weight);
        var model = _graph.ToModel(_graph.Linear("fc", y, other));

        Assert.Equal(["fc.weight", "fc.weight_1"], model.Proto.Graph.Initializer.Select(static t => t.Name));
        Assert.Equal(18, model.Statistics.Parameters);
    }

    [Fact]
    public void ATensorTooLargeForOnePieceIsSavedWhole()
    {
        using var folder = new TemporaryFolder();
        using var weight = FullyConnectedCases.Numbers(64, 50);
        var models = new[] { ExternalDataPieces.LargestPiece, 1000 }.Select(piece =>
        {
            var graph = new OnnxGraph { LargestPiece = piece };
            return graph.ToModel(graph.Linear("fc", graph.Input("x", OnnxElementType.Float, "batch", 50), weight));
        }).ToArray();
        Assert.Null(models[0].Data);
        Assert.NotNull(models[1].Data);
        Assert.Equal(models[0].ToBytes(), models[1].ToBytes());
        models[1].Save(folder.File("model.onnx"), externalDataThreshold: 100);
        Assert.Equal(models[0].ToBytes(), OnnxModel.Load(folder.File("model.onnx")).ToBytes());
    }

    [Fact]
    public void EqualConstantsAreStoredOnce()
    {
        var x = _graph.Input("x", OnnxElementType.Float, "batch", 3);
        var model = _graph.ToModel(_graph.Gelu("b", _graph.Gelu("a", x)));
        Assert.Equal(3, model.Proto.Graph.Initializer.Count);
        Assert.Equal(0, model.Statistics.Parameters);
    }

    [Fact]
    public void OutputsThatAreInputsOrDoubledStillGetTheirNames()
    {
        var x = _graph.Input("x", OnnxElementType.Float, "batch", 3);
        var y = _graph.Relu("output_0", x);
        var model = _graph.ToModel(x, y, y);

        Assert.Equal(["output_0", "output_1", "output_2"], model.Outputs.Select(static o => o.Name));
        Assert.Empty(OnnxChecker.Check(model));
        using var input = tensor(new[] { -1f, 0f, 2f }).reshape(1, 3);
        var result = OnnxParity.Compare(static i => [i[0], i[0].relu(), i[0].relu()], model, [[input]]);
        Assert.True(result is { Passed: true, MaxAbsDifference: 0 }, result.ToString());
    }

    [Fact]
    public void AnOutputNameThatAnInputHasIsRefused()
    {
        var graph = new OnnxGraph(new OnnxExportOptions { OutputNames = ["x"] });
        var y = graph.Relu("y", graph.Input("x", OnnxElementType.Float, 3));
        Assert.Throws<OnnxExportException>(() => graph.ToModel(y));
    }

    [Fact]
    public void BadDimensionsAndShapesAreRefusedByName()
    {
        var x = _graph.Input("x", OnnxElementType.Float, "batch", 3);
        var y = _graph.Input("y", OnnxElementType.Float, "batch", 4);
        Assert.Contains(
            "softmax", Assert.Throws<OnnxExportException>(() => _graph.Softmax("softmax", x, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("sum", Assert.Throws<OnnxExportException>(() => _graph.Add("sum", x, y)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "[batch, 5]",
            Assert.Throws<OnnxExportException>(() => _graph.Reshape("view", x, "batch", 5)).Message,
            StringComparison.Ordinal);
        Assert.Throws<OnnxExportException>(() => _graph.Reshape("view", x, "batch", 3, 0));
        Assert.Throws<OnnxExportException>(() => _graph.Input("z", OnnxElementType.Float, -1));
        Assert.Throws<OnnxExportException>(() => _graph.ToModel());
    }
}
