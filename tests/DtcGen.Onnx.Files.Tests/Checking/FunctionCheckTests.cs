using DtcGen.Onnx.Proto;
using static DtcGen.Onnx.Proto.AttributeProto.Types;

namespace DtcGen.Onnx.Tests;

/// <summary>Functions that a model brings along, and tensors that are stored sparse.</summary>
public sealed class FunctionCheckTests
{
    [Fact]
    public void AFunctionIsAnOperatorAndItsBodyKeepsTheRules()
    {
        var model = WithFunction();
        Assert.True(OnnxChecker.Judge(model, folder: null).IsValid);
        Assert.Null(RuntimeVerdict.Of(model));
    }

    [Theory]
    [InlineData(OnnxRules.Order, "ghost", "LeakyRelu")]
    [InlineData(OnnxRules.Operator, "x", "Brandnew")]
    public void ItsBodyIsChecked(string rule, string input, string operation)
    {
        var model = WithFunction();
        model.Functions[0].Node[0].Input[0] = input;
        model.Functions[0].Node[0].OpType = operation;
        var finding = Assert.Single(OnnxChecker.Judge(model, folder: null).Broken);
        Assert.Equal((rule, $"function own.Leaky, {operation} y"), (finding.Rule, finding.Location));
        Assert.NotNull(RuntimeVerdict.Of(model));
    }

    [Fact]
    public void ASparseTensorIsAValue()
    {
        var model = Sparse();
        Assert.True(OnnxChecker.Judge(model, folder: null).IsValid);
        Assert.Null(RuntimeVerdict.Of(model));

        model.Graph.SparseInitializer[0].Indices.DataType = (int)OnnxElementType.Double;
        Assert.Equal([OnnxRules.SparseTensor], OnnxChecker.Judge(model, folder: null).Broken.Select(static f => f.Rule));
    }

    private static ModelProto WithFunction()
    {
        var model = new HandMadeModel().Input("x", 2).Node("own.Leaky", "x -> y", ("slope", 0.1)).Build("y", OnnxElementType.Float, 2).Proto;
        model.Functions.Add(new FunctionProto
        {
            Name = "Leaky",
            Domain = "own",
            Input = { "x" },
            Output = { "y" },
            Attribute = { "slope" },
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = 17 } },
            Node =
            {
                new NodeProto
                {
                    OpType = "LeakyRelu",
                    Input = { "x" },
                    Output = { "y" },
                    Attribute = { new AttributeProto { Name = "alpha", Type = AttributeType.Float, RefAttrName = "slope" } },
                },
            },
        });
        return model;
    }

    private static ModelProto Sparse()
    {
        var model = new HandMadeModel().Input("x", 4).Node("Add", "x w -> y").Build("y", OnnxElementType.Float, 4).Proto;
        model.Graph.SparseInitializer.Add(new SparseTensorProto
        {
            Values = HandMadeModel.Tensor("w", OnnxElementType.Float, [2], 1f, 2f),
            Indices = HandMadeModel.Tensor("w_indices", OnnxElementType.Int64, [2], 0L, 3L),
            Dims = { 4 },
        });
        return model;
    }
}
