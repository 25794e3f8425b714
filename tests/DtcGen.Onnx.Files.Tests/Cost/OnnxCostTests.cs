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
        Assert.Equal("rows: Float[12batch, 5]", OnnxShapes.Infer(model).Find("rows")!.ToString());
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
    public void AnIfCountsABranchThatIsTakenOrBothWhereTheyCostTheSame()
    {
        static GraphProto Branch(string name, int width) => new()
        {
            Name = name,
            Initializer = { HandMadeModel.Tensor(name, OnnxElementType.Float, [2, width], new float[2 * width]) },
            Node = { new NodeProto { OpType = "MatMul", Input = { "x", name }, Output = { $"{name}-out" } } },
            Output = { new ValueInfoProto { Name = $"{name}-out" } },
        };
        static OnnxLayer Layer(HandMadeModel model, int elseWidth = 3) => OnnxCost.Count(model
            .Input("x", "batch", 2)
            .Node("If", "condition -> y", ("then_branch", Branch("a", 3)), ("else_branch", Branch("b", elseWidth)))
            .Build("y")).Layers.Single();
        var same = Layer(new HandMadeModel().Input("condition", OnnxElementType.Bool));
        Assert.Equal(["condition", "x"], same.Inputs);
        Assert.Equal(12, same.Parameters);
        Assert.Equal(12, same.ZeroParameters);
        Assert.Equal(2 * 3, same.MultiplyAdds);
        Assert.Equal(2 * 4, Layer(new HandMadeModel().Store("condition", OnnxElementType.Bool, [], false), 4).MultiplyAdds);
        var open = Layer(new HandMadeModel().Input("condition", OnnxElementType.Bool), 4);
        Assert.Null(open.MultiplyAdds);
        Assert.Equal("which of its branches runs, one of 6 and one of 8, is told by the run", open.Unknown);
        Assert.Equal("[batch, ?0]", open.Outputs[0].ShapeText);
    }

    [Fact]
    public void ALoopCountsItsBodyOnceForEachRun()
    {
        static GraphProto Body(params NodeProto[] more) => new()
        {
            Name = "body",
            Input = { new ValueInfoProto { Name = "i" }, new ValueInfoProto { Name = "on" }, new ValueInfoProto { Name = "state" } },
            Initializer = { HandMadeModel.Tensor("w", OnnxElementType.Float, [4, 4], new float[16]) },
            Node = { new NodeProto { OpType = "MatMul", Input = { "state", "w" }, Output = { "next" } }, more },
            Output = { new[] { more.Length > 0 ? "stop" : "on", "next", "next" }.Select(static n => new ValueInfoProto { Name = n }) },
        };
        static OnnxLayer Layer(HandMadeModel model, GraphProto body) => OnnxCost.Count(model
            .Input("x", "batch", 4)
            .Node("Loop", "times _ x -> y all", ("body", body))
            .Build("y")).Layers.Single();
        var counted = Layer(new HandMadeModel().Store("times", OnnxElementType.Int64, [], 5L), Body());
        Assert.Equal(5 * 4 * 4, counted.MultiplyAdds);
        Assert.Equal(16, counted.Parameters);
        Assert.Equal(["[batch, 4]", "[5, batch, 4]"], counted.Outputs.Select(static o => o.ShapeText));

        var input = Layer(new HandMadeModel().Input("times", OnnxElementType.Int64), Body());
        Assert.Null(input.MultiplyAdds);
        Assert.Equal("how often its body runs, 16 each time, is told by the run", input.Unknown);
        Assert.Equal(["[batch, 4]", "[?0, batch, 4]"], input.Outputs.Select(static o => o.ShapeText));

        // It may end before its time.
        var sum = new NodeProto { OpType = "ReduceSum", Input = { "next" }, Output = { "sum" } };
        var stop = new NodeProto { OpType = "Cast", Input = { "sum" }, Output = { "stop" } };
        var ended = Layer(new HandMadeModel().Store("times", OnnxElementType.Int64, [], 5L), Body(sum, stop));
        Assert.Null(ended.MultiplyAdds);
    }

    [Fact]
    public void AScanCountsItsBodyOnceForEachStep()
    {
        var body = new GraphProto
        {
            Name = "body",
            Input = { new ValueInfoProto { Name = "state" }, new ValueInfoProto { Name = "step" } },
            Initializer = { HandMadeModel.Tensor("w", OnnxElementType.Float, [3, 4], new float[12]) },
            Node =
            {
                new NodeProto { OpType = "MatMul", Input = { "step", "w" }, Output = { "product" } },
                new NodeProto { OpType = "Add", Input = { "state", "product" }, Output = { "next" } },
            },
            Output = { new ValueInfoProto { Name = "next" }, new ValueInfoProto { Name = "product" } },
        };
        var layer = OnnxCost.Count(new HandMadeModel().Input("h", 2, 4).Input("x", 2, 7, 3)
            .Node("Scan", "h x -> y all", ("body", body), ("num_scan_inputs", 1), ("scan_input_axes", new long[] { 1 }))
            .Build("y")).Layers.Single();
        Assert.Equal(7 * 2 * 3 * 4, layer.MultiplyAdds);
        Assert.Equal(["[2, 4]", "[7, 2, 4]"], layer.Outputs.Select(static o => o.ShapeText));
    }

    [Fact]
    public void WhatChangesInALoopIsNotTakenForWhatItWas()
    {
        // The state doubles in each run.
        var body = new GraphProto
        {
            Name = "body",
            Input = { new ValueInfoProto { Name = "i" }, new ValueInfoProto { Name = "on" }, new ValueInfoProto { Name = "state" } },
            Node =
            {
                new NodeProto
                {
                    OpType = "Concat",
                    Input = { "state", "state" },
                    Output = { "next" },
                    Attribute = { new AttributeProto { Name = "axis", Type = AttributeProto.Types.AttributeType.Int, I = 0 } },
                },
            },
            Output = { new ValueInfoProto { Name = "on" }, new ValueInfoProto { Name = "next" } },
        };
        var model = new HandMadeModel().Input("x", "n", 4).Store("times", OnnxElementType.Int64, [], 3L)
            .Node("Loop", "times _ x -> y", ("body", body)).Node("Add", "y y -> z").Build("z");
        var shape = OnnxShapes.Infer(model).Find("z")!.Shape;
        Assert.StartsWith("?", shape[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(4, shape[1].Value);
    }

    [Fact]
    public void ALocalFunctionCountsWithEachCallsShapesAndItsWeightsOnce()
    {
        var model = new HandMadeModel().Input("x", "batch", 6, 3).Weight("w", 3, 5).Weight("v", 5, 2)
            .Node("local.Product", "x w -> a", ("to", 1)).Node("local.Product", "a v -> y").Build("y");
        var to = new AttributeProto { Name = "to", RefAttrName = "to", Type = AttributeProto.Types.AttributeType.Int };
        model.Proto.Functions.Add(new FunctionProto
        {
            Domain = "local",
            Name = "Product",
            Input = { "left", "right" },
            Output = { "out" },
            AttributeProto = { new AttributeProto { Name = "to", Type = AttributeProto.Types.AttributeType.Int, I = 11 } },
            OpsetImport = { new OperatorSetIdProto { Version = 17 } },
            Node =
            {
                new NodeProto { OpType = "MatMul", Input = { "left", "right" }, Output = { "product" } },
                new NodeProto
                {
                    OpType = "Constant",
                    Output = { "offset" },
                    Attribute =
                    {
                        new AttributeProto
                        {
                            Name = "value",
                            Type = AttributeProto.Types.AttributeType.Tensor,
                            T = HandMadeModel.Tensor("offset", OnnxElementType.Float, [1], 2f),
                        },
                    },
                },
                new NodeProto { OpType = "Add", Input = { "product", "offset" }, Output = { "sum" } },
                new NodeProto { OpType = "Cast", Input = { "sum" }, Output = { "out" }, Attribute = { to } },
            },
        });
        var cost = OnnxCost.Count(model);
        Assert.Equal([6 * 3 * 5, 6 * 5 * 2], cost.Layers.Select(static l => l.MultiplyAdds));
        Assert.Equal([16, 10], cost.Layers.Select(static l => l.Parameters));
        Assert.Equal("[batch, 6, 2]", cost.Layers[1].Outputs[0].ShapeText);
        Assert.Equal(OnnxElementType.Double, cost.Layers[1].Outputs[0].ElementType);
    }

    [Fact]
    public void WhatACountDependsOnIsNamed()
    {
        var model = new HandMadeModel()
            .Input("x", "batch", 3, "height", "width").Weight("w", 4, 3, 3, 3).Node("Conv", "x w -> y").Build("y");
        var layer = OnnxCost.Count(model).Layers.Single();
        Assert.Null(layer.MultiplyAdds);
        Assert.Equal("the sizes of height, width are open", layer.Unknown);
        Assert.Equal(["height", "width"], layer.OpenSizes);
        Assert.Equal(4 * 6 * 7 * 27, OnnxCost.Count(model, new Dictionary<string, long> { ["height"] = 8, ["width"] = 9 }).MultiplyAdds);
    }

    [Fact]
    public void OfATensorThatKeepsOnlySomeEntriesTheOthersAreZero()
    {
        var model = new HandMadeModel().Input("x", "batch", 4).Node("MatMul", "x w -> y").Build("y");
        model.Proto.Graph.SparseInitializer.Add(new SparseTensorProto
        {
            Values = HandMadeModel.Tensor("w", OnnxElementType.Float, [3], 1f, 0f, 2f),
            Indices = HandMadeModel.Tensor("", OnnxElementType.Int64, [3], 0L, 5L, 9L),
            Dims = { 4, 5 },
        });
        var layer = OnnxCost.Count(model).Layers.Single();
        Assert.Equal((20, 18, 20, (3 * 4) + (3 * 8)), (layer.Parameters, layer.ZeroParameters, layer.MultiplyAdds, layer.Bytes));
        Assert.Equal("[batch, 5]", layer.Outputs[0].ShapeText);
        Assert.Equal(["x"], layer.Inputs);
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
