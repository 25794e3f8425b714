namespace DtcGen.Onnx.Tests;

public sealed class OnnxShapesTests
{
    public static TheoryData<string> HandMade => [.. HandMadeCases.All.Keys, .. NewerCases.All.Keys];

    [Theory]
    [MemberData(nameof(HandMade))]
    public void EveryValueOfAHandMadeModelHasTheShapeThatComesOut(string name)
    {
        var (model, inputs, open) = (HandMadeCases.All.GetValueOrDefault(name) ?? NewerCases.All[name])();
        ShapeOracle.Check(model, new Dictionary<string, long> { ["batch"] = 3, ["height"] = 10, ["width"] = 6 }, inputs(), open);
    }

    [Fact]
    public void NamesOfDimensionsAreCarriedThrough()
    {
        var model = new HandMadeModel()
            .Input("x", "batch", 3, "height", "width").Weight("w", 4, 3, 3, 3).Weight("v", 8, 10).Numbers("shape", 0, -1, 8)
            .Node("Conv", "x w -> same", ("pads", new long[] { 1, 1, 1, 1 }))
            .Node("Conv", "x w -> smaller")
            .Node("Concat", "same same -> twice", ("axis", 1))
            .Node("Transpose", "twice -> moved", ("perm", new long[] { 0, 2, 3, 1 }))
            .Node("Reshape", "moved shape -> rows")
            .Node("MatMul", "rows v -> y")
            .Build("y");
        var shapes = OnnxShapes.Infer(model);
        Assert.Equal("same: Float[batch, 4, height, width]", shapes.Find("same")!.ToString());
        Assert.Equal("smaller: Float[batch, 4, height - 2, width - 2]", shapes.Find("smaller")!.ToString());
        Assert.Equal("moved: Float[batch, height, width, 8]", shapes.Find("moved")!.ToString());
        Assert.Equal("y: Float[batch, height*width, 10]", shapes.Find("y")!.ToString());
        var one = OnnxShapes.InferForOneSample(model, new Dictionary<string, long> { ["height"] = 4, ["width"] = 5 });
        Assert.Equal("y: Float[1, 20, 10]", one.Find("y")!.ToString());
    }

    [Fact]
    public void WhatIsNotKnownIsNotGuessed()
    {
        var model = new HandMadeModel()
            .Input("x", "batch", 8)
            .Node("example.Strange", "x -> a")
            .Node("Relu", "a -> b")
            .Node("Add", "b x -> y")
            .Build("y");
        var shapes = OnnxShapes.Infer(model);
        Assert.Null(shapes.Find("a"));
        Assert.Null(shapes.Find("b"));
        Assert.Null(shapes.Find("y"));
        Assert.Null(shapes.Find("no such value"));
    }

    [Fact]
    public void WhatTheFileDeclaresOfAnUnknownOperatorCounts()
    {
        var model = new HandMadeModel()
            .Input("x", "batch", 8)
            .Node("example.Strange", "x -> y")
            .Build("y", OnnxElementType.Float, "batch", 4);
        Assert.Equal("y: Float[batch, 4]", OnnxShapes.Infer(model).Find("y")!.ToString());
    }

    [Fact]
    public void ShapesThatDoNotGoTogetherAreUnknown()
    {
        var model = new HandMadeModel().Input("x", "batch", 8).Weight("w", 5).Node("Add", "x w -> y").Build("y");
        Assert.Null(OnnxShapes.Infer(model).Find("y"));
    }
}
