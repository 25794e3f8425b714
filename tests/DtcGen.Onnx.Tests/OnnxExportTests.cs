using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

public sealed class OnnxExportTests
{
    [Fact]
    public void NamesTypesAndMetadataAreInTheModel()
    {
        using var module = new Perceptron();
        var model = OnnxExport.Build(
            module, OnnxInput.Batched(6), new OnnxExportOptions { Metadata = new Dictionary<string, string> { ["seed"] = "7" } });

        Assert.Equal("Perceptron", model.Name);
        Assert.Equal(17, model.Opset);
        Assert.Equal("7", model.Metadata["seed"]);
        Assert.Equal("x: Float[batch, 6]", model.Inputs.Single().ToString());
        Assert.Equal("output: Float[batch, 4]", model.Outputs.Single().ToString());
        Assert.Equal(["fc1.weight", "fc1.bias", "fc2.weight"], model.Proto.Graph.Initializer.Select(static t => t.Name));
        Assert.Equal(["Gemm", "Relu", "Gemm"], model.Proto.Graph.Node.Select(static n => n.OpType));
        Assert.Equal(["fc1", "relu", "fc2"], model.Proto.Graph.Node.Select(static n => n.Name));
        Assert.Empty(OnnxChecker.Check(model));
    }

    [Theory]
    [InlineData(13, 7)]
    [InlineData(14, 7)]
    [InlineData(15, 8)]
    [InlineData(17, 8)]
    [InlineData(18, 8)]
    [InlineData(19, 9)]
    [InlineData(20, 9)]
    [InlineData(21, 10)]
    [InlineData(22, 10)]
    [InlineData(23, 11)]
    [InlineData(24, 12)]
    [InlineData(25, 13)]
    [InlineData(26, 13)]
    public void TheFormatVersionIsTheOneThatCameWithTheOpset(int opset, int expected)
    {
        using var module = new Perceptron();
        Assert.Equal(expected, OnnxExport.Build(module, OnnxInput.Batched(6), new OnnxExportOptions { Opset = opset }).Proto.IrVersion);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(27)]
    public void AnotherOpsetIsRefused(int opset)
    {
        using var module = new Perceptron();
        Assert.Throws<ArgumentOutOfRangeException>(
            () => OnnxExport.Build(module, OnnxInput.Batched(6), new OnnxExportOptions { Opset = opset }));
    }

    [Theory]
    [InlineData(ScalarType.Float64, OnnxElementType.Double)]
    [InlineData(ScalarType.Float16, OnnxElementType.Float16)]
    public void AModelOfAnotherTypeThanItsInputIsRefusedByItsLayer(ScalarType type, OnnxElementType element)
    {
        using var module = new Perceptron();
        module.to(type);
        var refusal = Assert.Throws<OnnxExportException>(() => OnnxExport.Build(module, OnnxInput.Batched(6)));
        Assert.Contains($"fc1: input x is Float, and fc1.weight is {element}", refusal.Message, StringComparison.Ordinal);

        // Of one type throughout, it is written.
        Assert.Equal(element, OnnxExport.Build(module, OnnxInput.Batched(6) with { ElementType = element }).Outputs.Single().ElementType);
    }

    [Fact]
    public void NamesCanBeChosen()
    {
        using var module = new Perceptron();
        var model = OnnxExport.Build(
            module, OnnxInput.Batched(6), new OnnxExportOptions { ModelName = "digits", BatchSymbol = "N", OutputNames = ["logits"] });
        Assert.Equal("digits", model.Name);
        Assert.Equal("x: Float[N, 6]", model.Inputs.Single().ToString());
        Assert.Equal("logits: Float[N, 4]", model.Outputs.Single().ToString());
    }

    [Fact]
    public void AFixedInputAndOneLikeAnExampleAreDescribedSo()
    {
        using var module = new Perceptron();
        using var example = zeros(3, 6);
        Assert.Equal("x: Float[2, 6]", OnnxExport.Build(module, OnnxInput.Fixed(2, 6)).Inputs.Single().ToString());
        Assert.Equal("x: Float[batch, 6]", OnnxExport.Build(module, OnnxInput.Like(example)).Inputs.Single().ToString());
    }

    [Fact]
    public void InputsMustBeAsManyAsParametersAndFitTheWeights()
    {
        using var module = new Perceptron();
        Assert.Throws<ArgumentException>(() => OnnxExport.Build(module, [OnnxInput.Batched(6), OnnxInput.Batched(6)]));
        var error = Assert.Throws<OnnxExportException>(() => OnnxExport.Build(module, OnnxInput.Batched(7)));
        Assert.Contains("fc1", error.Message, StringComparison.Ordinal);
    }
}
