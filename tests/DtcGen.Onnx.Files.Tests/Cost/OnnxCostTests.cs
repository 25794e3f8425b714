using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx.Tests;

/// <summary>Multiply-adds against the formulas written out, for one sample.</summary>
public sealed class OnnxCostTests
{
    [Fact]
    public void ConvolutionsMultiplyEachOutputEntryWithItsFilter()
    {
        HandMadeModel Image() => new HandMadeModel().Input("x", "batch", 6, 9, 11);
        Assert.Equal(4L * 7 * 9 * (6 * 3 * 3), Cost(Image().Weight("w", 4, 6, 3, 3).Node("Conv", "x w -> y")));
        Assert.Equal(
            4L * 5 * 6 * (6 * 3 * 3),
            Cost(Image()
                .Weight("w", 4, 6, 3, 3)
                .Node("Conv", "x w -> y", ("strides", new long[] { 2, 2 }), ("pads", new long[] { 1, 1, 1, 1 }))));
        Assert.Equal(6L * 7 * 9 * (3 * 3), Cost(Image().Weight("w", 6, 1, 3, 3).Node("Conv", "x w -> y", ("group", 6))));
        Assert.Equal(4L * 7 * 9 * (3 * 3 * 3), Cost(Image().Weight("w", 4, 3, 3, 3).Node("Conv", "x w -> y", ("group", 2))));
        Assert.Equal(
            6L * 9 * 11 * (4 * 3 * 2),
            Cost(Image().Weight("w", 6, 4, 3, 2).Node("ConvTranspose", "x w -> y", ("strides", new long[] { 2, 2 }))));
    }

    [Fact]
    public void MatrixProductsMultiplyRowsWithColumns()
    {
        Assert.Equal(7L * 5, Cost(new HandMadeModel().Input("x", "batch", 5).Weight("w", 7, 5).Node("Gemm", "x w -> y", ("transB", 1))));
        Assert.Equal(12L * 5 * 7, Cost(new HandMadeModel().Input("x", "batch", 12, 5).Weight("w", 5, 7).Node("MatMul", "x w -> y")));
        Assert.Equal(
            12L * 5 * 7,
            Cost(new HandMadeModel().Input("x", "batch", 12, 5).Weight("w", 5, 7).Node("Einsum", "x w -> y", ("equation", "bij,jk->bik"))));
        Assert.Equal(4L * 5, Cost(new HandMadeModel().Input("x", "batch", 4, 5).Weight("w", 5).Node("MatMul", "x w -> y")));
    }

    [Fact]
    public void AttentionMultipliesQueriesWithKeysAndWeightsWithValues()
    {
        var (heads, steps, size) = (3, 10, 8);
        var model = new HandMadeModel()
            .Input("q", "batch", heads, steps, size)
            .Input("k", "batch", heads, size, steps)
            .Input("v", "batch", heads, steps, size)
            .Node("MatMul", "q k -> scores").Node("Softmax", "scores -> shares").Node("MatMul", "shares v -> y").Build("y");
        Assert.Equal(2 * heads * steps * steps * size, OnnxCost.Count(model).MultiplyAdds);
    }

    [Fact]
    public void RecurrentLayersMultiplyAtEachStep()
    {
        var (steps, features, hidden) = (9, 4, 5);
        var model = new HandMadeModel()
            .Input("x", steps, 1, features)
            .Weight("w", 2, 4 * hidden, features)
            .Weight("r", 2, 4 * hidden, hidden)
            .Node("LSTM", "x w r -> y", ("hidden_size", hidden), ("direction", "bidirectional")).Build("y");
        Assert.Equal(2 * steps * 4 * hidden * (features + hidden), OnnxCost.Count(model).MultiplyAdds);
    }

    [Fact]
    public void ABatchInTheMiddleOfAnExpressionCountsOnce()
    {
        var model = new HandMadeModel()
            .Input("x", "batch", 12, 5)
            .Weight("w", 5, 7)
            .Numbers("shape", -1, 5)
            .Node("Reshape", "x shape -> rows")
            .Node("MatMul", "rows w -> y")
            .Build("y");
        Assert.Equal("rows: Float[(batch*12), 5]", OnnxShapes.Infer(model).Find("rows")!.ToString());
        Assert.Equal(12 * 5 * 7, OnnxCost.Count(model).MultiplyAdds);
    }

    [Fact]
    public void AnUnknownOperatorMakesTheTotalUnknownAndSaysWhy()
    {
        var model = new HandMadeModel().Input("x", "batch", 5).Weight("w", 7, 5).Weight("v", 7, 2)
            .Node("Gemm", "x w -> hidden", ("transB", 1)).Node("example.Strange", "hidden -> odd").Node("MatMul", "odd v -> y").Build("y");
        var cost = OnnxCost.Count(model);
        Assert.Null(cost.MultiplyAdds);
        Assert.Equal(35, cost.KnownMultiplyAdds);
        Assert.Equal(
            [null, "the operator example.Strange is not known", "a shape that it depends on is not known"],
            cost.Layers.Select(static l => l.Unknown));
        Assert.Equal(35 + 14, cost.Parameters);
    }

    [Fact]
    public void AGraphInsideANodeIsUnknownAndItsWeightsCount()
    {
        GraphProto Branch(string name) => new()
        {
            Name = name,
            Initializer = { HandMadeModel.Tensor(name, OnnxElementType.Float, [2, 3], new float[6]) },
            Node = { new NodeProto { OpType = "MatMul", Input = { "x", name }, Output = { $"{name}-out" } } },
            Output = { new ValueInfoProto { Name = $"{name}-out" } },
        };
        var model = new HandMadeModel().Input("x", "batch", 2).Input("condition", OnnxElementType.Bool)
            .Node("If", "condition -> y", ("then_branch", Branch("a")), ("else_branch", Branch("b"))).Build("y");
        var layer = Assert.Single(OnnxCost.Count(model).Layers);
        Assert.Equal(["condition", "x"], layer.Inputs);
        Assert.Equal(12, layer.Parameters);
        Assert.Equal(12, layer.ZeroParameters);
        Assert.Null(layer.MultiplyAdds);
        Assert.Contains("holds a graph", layer.Unknown, StringComparison.Ordinal);
    }

    [Fact]
    public void ATensorCountsWithTheFirstNodeThatUsesIt()
    {
        var cost = OnnxCost.Count(new HandMadeModel()
            .Input("x", "batch", 4)
            .Weight("w", 4, 4)
            .Weight("left over", 3)
            .Node("MatMul", "x w -> a")
            .Node("MatMul", "a w -> y")
            .Build("y"));
        Assert.Equal([16, 0], cost.Layers.Select(static l => l.Parameters));
        Assert.Equal([64, 0], cost.Layers.Select(static l => l.Bytes));
        Assert.Equal("left over", Assert.Single(cost.Unused).Name);
        Assert.Equal(19, cost.Parameters);
    }

    [Fact]
    public void AFillValueIsNoParameter()
    {
        var model = new HandMadeModel().Input("x", "batch", 4).Numbers("shape", 2, 2)
            .Node("ConstantOfShape", "shape -> filled", ("value", HandMadeModel.Tensor("fill", OnnxElementType.Float, [1], 1f)))
            .Node("Identity", "x -> y")
            .Build("y");
        Assert.Equal(0, OnnxCost.Count(model).Parameters);
    }

    [Fact]
    public void ZerosAreCountedInEveryType()
    {
        long Zeros(HandMadeModel model) => OnnxCost.Count(model.Input("x", 1).Node("Identity", "x -> y").Build("y")).Unused.Single().Zeros;
        Assert.Equal(2, Zeros(new HandMadeModel().Store("t", OnnxElementType.Float, [4], 0f, -0f, 1e-30f, float.NaN)));
        Assert.Equal(2, Zeros(new HandMadeModel().Store("t", OnnxElementType.Double, [3], 0.0, -0.0, 2.0)));
        Assert.Equal(2, Zeros(new HandMadeModel().Store("t", OnnxElementType.Float16, [3], (Half)0, (Half)(-0f), (Half)1)));
        Assert.Equal(1, Zeros(new HandMadeModel().Store<sbyte>("t", OnnxElementType.Int8, [3], 0, -1, 1)));
        Assert.Equal(2, Zeros(new HandMadeModel(21).Store<byte>("t", OnnxElementType.Int4, [3], 0x10, 0x00)));
        Assert.Equal(1, Zeros(new HandMadeModel().Numbers("t", 0, 1, 256)));
    }

    [Fact]
    public void ShapeArithmeticIsToldFromLayers()
    {
        var model = new HandMadeModel().Input("x", "batch", 3, 4).Numbers("zero", 0).Numbers("rest", -1)
            .Node("Shape", "x -> shape")
            .Node("Gather", "shape zero -> batch")
            .Node("Concat", "batch rest -> target", ("axis", 0))
            .Node("Reshape", "x target -> y")
            .Build("y");
        Assert.Equal([true, true, true, false], OnnxCost.Count(model).Layers.Select(static l => l.IsShapeArithmetic));
    }

    private static long? Cost(HandMadeModel model) => OnnxCost.Count(model.Build("y")).MultiplyAdds;
}
