namespace DtcGen.Onnx.Tests;

/// <summary>Shapes that do not go together, each refused by ONNX Runtime too when it loads or runs the model.</summary>
public sealed class ShapeCheckTests
{
    private static readonly Dictionary<string, (OnnxModel Model, string Says)> Models = new()
    {
        ["MatMul"] = (
            Model(2, 3).Weight("w", 4, 5).Node("MatMul", "x w -> y").Build("y", OnnxElementType.Float, 2, 5),
            "x [2, 3] and w [4, 5] cannot be multiplied: 3 columns meet 4 rows."),
        ["MatMul of batches"] = (
            Model(2, 4, 3).Weight("w", 5, 3, 6).Node("MatMul", "x w -> y").Build("y", OnnxElementType.Float, 2, 4, 6),
            "their leading dimensions must be equal or 1"),
        ["MatMul of a vector"] = (
            Model(3).Weight("w", 4, 2).Node("MatMul", "x w -> y").Build("y", OnnxElementType.Float, 2), "3 columns meet 4 rows"),
        ["Gemm"] = (
            Model(2, 3).Weight("w", 4, 5).Node("Gemm", "x w -> y", ("transB", 1)).Build("y", OnnxElementType.Float, 2, 4),
            "3 columns meet 5 rows"),
        ["bias of a Gemm"] = (
            Model(2, 3).Weight("w", 3, 5).Weight("b", 4).Node("Gemm", "x w b -> y").Build("y", OnnxElementType.Float, 2, 5),
            "b [4] cannot be added to a product of shape [2, 5]."),
        ["channels"] = (
            Model(1, 4, 8, 8).Weight("w", 6, 3, 3, 3).Node("Conv", "x w -> y").Build("y", OnnxElementType.Float, 1, 6, 6, 6),
            "x [1, 4, 8, 8] has 4 channels, and the weights w [6, 3, 3, 3] take 3."),
        ["channels in groups"] = (
            Model(1, 4, 8, 8).Weight("w", 6, 4, 3, 3).Node("Conv", "x w -> y", ("group", 2)).Build("y", OnnxElementType.Float, 1, 6, 6, 6),
            "take 8 in 2 groups."),
        ["kernel of a Conv"] = (
            Model(1, 4, 8, 8).Weight("w", 6, 4, 3, 3).Node("Conv", "x w -> y", ("kernel_shape", new long[] { 5, 5 }))
                .Build("y", OnnxElementType.Float, "a", "b", "c", "d"),
            "kernel_shape [5, 5] is not that of the weights w [6, 4, 3, 3]."),
        ["channels of a ConvTranspose"] = (
            Model(1, 4, 8, 8).Weight("w", 3, 6, 3, 3).Node("ConvTranspose", "x w -> y").Build("y", OnnxElementType.Float, 1, 6, 10, 10),
            "has 4 channels"),
        ["Concat"] = (
            Model(2, 3).Weight("w", 4, 5).Node("Concat", "x w -> y", ("axis", 0)).Build("y", OnnxElementType.Float, 6, 3),
            "differ in another dimension than axis 0"),
        ["Add"] = (
            Model(2, 3).Weight("w", 2, 4).Node("Add", "x w -> y").Build("y", OnnxElementType.Float, 2, 3), "do not go together"),
        ["Where"] = (
            Model(2, 3).Weight("w", 4).Store("c", OnnxElementType.Bool, [], true).Node("Where", "c x w -> y")
                .Build("y", OnnxElementType.Float, 2, 3),
            "x [2, 3] and w [4] do not go together"),
        ["Transpose"] = (
            Model(2, 3).Node("Transpose", "x -> y", ("perm", new long[] { 0, 0 })).Build("y", OnnxElementType.Float, "a", "b"),
            "does not name each dimension"),
        ["Reshape"] = (
            Model(2, 3).Numbers("s", 4, 2).Node("Reshape", "x s -> y").Build("y", OnnxElementType.Float, 4, 2),
            "The 6 entries of x [2, 3] do not fill the shape [4, 2]."),
        ["LSTM"] = (
            Model(5, 1, 3).Weight("w", 1, 8, 4).Weight("r", 1, 8, 2).Node("LSTM", "x w r -> y", ("hidden_size", 2))
                .Build("y", OnnxElementType.Float, 5, 1, 1, 2),
            "x [5, 1, 3] has 3 features, and the weights w [1, 8, 4] take 4."),
        ["Softmax"] = (
            Model(2, 3).Node("Softmax", "x -> y", ("axis", 2)).Build("y", OnnxElementType.Float, 2, 3), "x [2, 3] has no axis 2."),
        ["ReduceMean"] = (
            Model(2, 3).Node("ReduceMean", "x -> y", ("axes", new long[] { 2 })).Build("y", OnnxElementType.Float, "a", "b"),
            "x [2, 3] has no axis 2."),
        ["statistics"] = (
            Model(2, 3, 4).Weight("g", 5).Node("InstanceNormalization", "x g g -> y").Build("y", OnnxElementType.Float, 2, 3, 4),
            "g [5] is to have one entry for each of the 3 channels of x [2, 3, 4]."),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnInnerDimensionThatDoesNotFitIsFound(string name)
    {
        var (model, says) = Models[name];
        var finding = Assert.Single(OnnxChecker.Check(model));
        Assert.Equal(OnnxRules.NodeShape, finding.Rule);
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
        Assert.Contains(model.Proto.Graph.Node[^1].OpType, finding.Location, StringComparison.Ordinal);
        Assert.NotNull(RuntimeVerdict.OfRun(model.Proto));
    }

    [Theory]
    [InlineData(new long[] { 2, 5 }, true)]
    [InlineData(new long[] { 2, 4 }, false)]
    [InlineData(new long[] { 2, 5, 1 }, false)]
    public void ADeclaredShapeIsTheOneThatComesOut(long[] declared, bool right)
    {
        var model = Model(2, 3).Weight("w", 3, 5).Node("MatMul", "x w -> y")
            .Build("y", OnnxElementType.Float, [.. declared.Select(static d => (OnnxDimension)d)]);
        Assert.Equal(right ? [] : [OnnxRules.Declared], OnnxChecker.Check(model).Select(static f => f.Rule));
    }

    [Fact]
    public void OpenDimensionsBreakNothing()
    {
        var model = new HandMadeModel().Input("x", "n", "k").Input("z", "m", "k").Weight("w", 3, 5)
            .Node("MatMul", "x w -> a").Node("MatMul", "z w -> b").Node("Add", "a b -> y").Build("y", OnnxElementType.Float, "n", "any");
        Assert.Empty(OnnxChecker.Check(model));
        Assert.Null(RuntimeVerdict.Of(model.Proto));
    }

    private static HandMadeModel Model(params long[] shape) => new HandMadeModel().Input("x", [.. shape.Select(static d => (OnnxDimension)d)]);
}
