using DtcGen.Onnx.Proto;
using DtcGen.Tests.Shared;
using Microsoft.ML.OnnxRuntime;

namespace DtcGen.Onnx.Tests;

/// <summary>What is newer or another program's own is not known, and never broken.</summary>
public sealed class NotKnownTests
{
    [Fact]
    public void ANewerOperatorSetIsNotKnown()
    {
        var model = SmallNetwork.Make().Proto;
        model.OpsetImport[0].Version = OnnxOpsets.Newest + 1;
        model.Graph.Node[1].OpType = "Brandnew";
        var finding = NotKnown(model);
        Assert.Equal("Operator set 27 of ai.onnx is newer than 26, the newest known: its operators are not checked.", finding.Message);
    }

    [Fact]
    public void ANewerFileFormatIsNotKnownWhateverElseIsFound()
    {
        var model = SmallNetwork.Make().Proto;
        model.IrVersion = OnnxOpsets.NewestIrVersion + 1;
        model.Graph.Initializer[0].DataType = 99;
        var verdict = OnnxChecker.Judge(model, folder: null);
        Assert.Empty(verdict.Broken);
        Assert.Contains(OnnxRules.IrVersion, verdict.NotKnown.Select(static f => f.Rule));
        Assert.Contains(OnnxRules.TensorType, verdict.NotKnown.Select(static f => f.Rule));
    }

    [Fact]
    public void OperatorsOfAnotherDomainAreNotKnownAndCountedOnce()
    {
        var model = new HandMadeModel().Input("x", 2).Node("com.example.Own", "x -> a").Node("com.example.Own", "a -> y")
            .Build("y", OnnxElementType.Float, 2).Proto;
        var finding = NotKnown(model);
        Assert.Equal("Own a and 1 more", finding.Location);
        Assert.Equal("Domain com.example is not known: its operator Own is not checked.", finding.Message);
    }

    [Theory]
    [InlineData("com.microsoft.FusedConv", "com.microsoft.FusedConv is ONNX Runtime's own and known by name alone: it is not checked.")]
    [InlineData("com.microsoft.Newer", "com.microsoft.Newer is not among the operators of ONNX Runtime that are known.")]
    [InlineData("SimplifiedLayerNormalization", "known by name alone")]
    public void WhatOnnxRuntimeWritesIsNotKnown(string operation, string says)
    {
        var model = new HandMadeModel().Input("x", 2).Node(operation, "x x -> y").Build("y", OnnxElementType.Float, 2).Proto;
        Assert.Contains(says, NotKnown(model).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GraphOptimizationLevel.ORT_ENABLE_BASIC, "")]
    [InlineData(GraphOptimizationLevel.ORT_ENABLE_EXTENDED, "com.microsoft.FusedConv is ONNX Runtime's own")]
    public void AModelThatOnnxRuntimeOptimisedIsNotBroken(GraphOptimizationLevel level, string says)
    {
        using var folder = new TemporaryFolder();
        var model = new HandMadeModel().Input("x", 1, 2, 5, 5).Weight("w", 4, 2, 3, 3).Node("Conv", "x w -> c").Node("Relu", "c -> y")
            .Build("y", OnnxElementType.Float, 1, 4, 3, 3);
        using (var options = new SessionOptions { GraphOptimizationLevel = level, OptimizedModelFilePath = folder.File("optimised.onnx") })
        {
            using var session = new InferenceSession(model.ToBytes(), options);
        }

        var verdict = OnnxFile.Judge(folder.File("optimised.onnx"));
        Assert.Empty(verdict.Broken);
        Assert.Equal(says.Length > 0, verdict.NotKnown.Count > 0);
        Assert.All(verdict.NotKnown, finding => Assert.Contains(says, finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 17, "Gelu", "Operator set 17 has no operator Gelu. It came with set 20.")]
    [InlineData("", 17, "Upsample", "Operator set 17 has no operator Upsample. It was withdrawn with set 10.")]
    [InlineData("", 26, "Brandnew", "Operator set 26 has no operator Brandnew.")]
    [InlineData("ai.onnx.ml", 5, "Brandnew", "Operator set 5 has no operator Brandnew.")]
    public void AnUnknownOperatorOfAKnownSetIsBroken(string domain, int opset, string operation, string says)
    {
        var model = new HandMadeModel().Input("x", 2).Node(operation, "x -> y").Build("y", OnnxElementType.Float, 2).Proto;
        model.Graph.Node[0].Domain = domain;
        model.OpsetImport[0].Domain = domain;
        model.OpsetImport[0].Version = opset;
        Assert.Equal(says, Assert.Single(OnnxChecker.Judge(model, folder: null).Broken).Message);
    }

    [Theory]
    [InlineData(19, 8)]
    [InlineData(22, 10)]
    [InlineData(26, 13)]
    [InlineData(26, 8)]
    public void AKnownSetIsValidInAnyKnownFileFormat(int opset, int format)
    {
        var model = SmallNetwork.Make().Proto;
        model.OpsetImport[0].Version = opset;
        model.IrVersion = format;
        Assert.True(OnnxChecker.Judge(model, folder: null).IsValid);
        Assert.Null(RuntimeVerdict.Of(model));
    }

    [Fact]
    public void AModelOfTheDomainForTreesAloneIsValid()
    {
        var model = new HandMadeModel().Input("x", 2, 3).Node("ai.onnx.ml.Binarizer", "x -> y", ("threshold", 0.5))
            .Build("y", OnnxElementType.Float, 2, 3);
        model.Proto.OpsetImport.RemoveAt(0);
        Assert.True(OnnxChecker.Judge(model).IsValid);
        Assert.Equal(0, model.Opset);
        Assert.Null(RuntimeVerdict.Of(model.Proto));
    }

    private static OnnxFinding NotKnown(ModelProto model)
    {
        var verdict = OnnxChecker.Judge(model, folder: null);
        Assert.Empty(verdict.Broken);
        return Assert.Single(verdict.NotKnown);
    }
}
