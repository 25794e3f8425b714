using DtcGen.Onnx.Proto;
using static DtcGen.Onnx.Proto.AttributeProto.Types;

namespace DtcGen.Onnx.Tests;

/// <summary>Files whose values, bodies or sizes grow without bound if they are followed step by step.</summary>
public sealed class ShapeScaleTests
{
    private const int Many = 20_000;

    [Fact]
    public void FiveDoublingsReadAsOneNumberTimesTheSize()
    {
        var model = new HandMadeModel().Input("v0", "n", 4);
        for (var i = 0; i < 5; i++)
        {
            model.Node("Concat", $"v{i} v{i} -> v{i + 1}", ("axis", 0));
        }

        Assert.Equal("v5: Float[32n, 4]", OnnxShapes.Infer(model.Build("v5")).Find("v5")!.ToString());
    }

    [Fact]
    public void AChainOfManyNodesKeepsItsSizes()
    {
        var model = new HandMadeModel().Input("v0", "n", 4).Weight("w", 1, 4);
        for (var i = 0; i < Many; i++)
        {
            model.Node("Concat", $"v{i} w -> v{i + 1}", ("axis", 0));
        }

        Assert.Equal($"v{Many}: Float[n + {Many}, 4]", OnnxShapes.Infer(model.Build($"v{Many}")).Find($"v{Many}")!.ToString());
    }

    [Fact]
    public void SizesThatPassAllBoundsAreUnknown()
    {
        var model = new HandMadeModel().Input("v0", "n", 4).Input("s0", OnnxElementType.Int64, "m").Numbers("one", 1);
        for (var i = 0; i < 100; i++)
        {
            model.Node("Concat", $"v{i} v{i} -> v{i + 1}", ("axis", 0));
        }

        // A list of sizes that doubles is no list of sizes any more.
        model.Node("Concat", "one one -> l0", ("axis", 0));
        for (var i = 0; i < 100; i++)
        {
            model.Node("Concat", $"l{i} l{i} -> l{i + 1}", ("axis", 0));
        }

        var shapes = OnnxShapes.Infer(model.Build("v100"));
        Assert.True(shapes.Find("v100")!.Shape[0].IsMadeUp);
        Assert.Equal(4, shapes.Find("v100")!.Shape[1].Value);
        Assert.True(shapes.Find("l100")!.Shape[0].IsMadeUp);
        Assert.Null(OnnxCost.Count(model.Node("MatMul", "v100 v0 -> y").Build("y")).MultiplyAdds);
    }

    [Fact]
    public void ManyDifferentSizesInOneConcatAreGivenUp()
    {
        var model = new HandMadeModel();
        for (var i = 0; i < Many; i++)
        {
            model.Input($"x{i}", $"n{i}", 4);
        }

        var shape = OnnxShapes.Infer(model
            .Node("Concat", $"{string.Join(" ", Enumerable.Range(0, Many).Select(static i => $"x{i}"))} -> y", ("axis", 0))
            .Build("y")).Find("y")!.Shape;
        Assert.StartsWith("?", shape[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(4, shape[1].Value);
    }

    [Fact]
    public void MoreDimensionsThanAnyRuntimeTakesAreNotFollowed()
    {
        var wide = new HandMadeModel().Input("x", [.. Enumerable.Range(0, Many).Select(static i => (OnnxDimension)$"n{i}")])
            .Numbers("axes", [.. Enumerable.Range(0, 60).Select(static i => (long)i)])
            .Input("small", "n", 2, 3, 4, 5)
            .Node("Relu", "x -> y").Node("Unsqueeze", "small axes -> z").Node("Relu", "small -> last").Build("y");
        var shapes = OnnxShapes.Infer(wide);
        Assert.Null(shapes.Find("y"));
        Assert.Null(shapes.Find("z"));
        Assert.Equal("its output would have 65 dimensions, and 64 are followed", OnnxCost.Count(wide).Layers[1].ShapeUnknown);
        Assert.Equal("last: Float[n, 2, 3, 4, 5]", shapes.Find("last")!.ToString());
    }

    [Fact]
    public void BodiesInsideBodiesEndAtADepth()
    {
        GraphProto Nested(int depth) => new()
        {
            Name = "b",
            Node =
            {
                depth == 0
                    ? new NodeProto { OpType = "Relu", Input = { "x" }, Output = { "o0" } }
                    : new NodeProto
                    {
                        OpType = "If",
                        Input = { "condition" },
                        Output = { $"o{depth}" },
                        Attribute =
                        {
                            new AttributeProto { Name = "then_branch", Type = AttributeType.Graph, G = Nested(depth - 1) },
                            new AttributeProto { Name = "else_branch", Type = AttributeType.Graph, G = Nested(0) },
                        },
                    },
            },
            Output = { new ValueInfoProto { Name = $"o{depth}" } },
        };
        OnnxLayer First(int depth)
        {
            // Not by way of bytes: as a file the deeper one is refused.
            var model = new HandMadeModel().Input("x", "n", 4).Store("condition", OnnxElementType.Bool, [], true).Build("x");
            model.Proto.Graph.Node.Add(Nested(depth).Node[0]);
            return OnnxCost.Count(model).Layers[0];
        }

        Assert.Equal("[n, 4]", First(20).Outputs[0].ShapeText);
        var deep = First(60);
        Assert.Equal("unknown", deep.Outputs[0].ShapeText);
        Assert.Contains("bodies deep", deep.Unknown, StringComparison.Ordinal);
    }

    [Fact]
    public void FunctionsThatCallEachOtherWithoutEndAreGivenUp()
    {
        // Each calls the next twice: followed step by step they are more nodes than there are atoms; the last calls itself.
        var model = new HandMadeModel().Input("x", "n", 4).Node("f.F0", "x -> a").Node("Relu", "x -> y").Build("y");
        for (var i = 0; i < 500; i++)
        {
            var next = $"F{Math.Min(i + 1, 499)}";
            model.Proto.Functions.Add(new FunctionProto
            {
                Domain = "f",
                Name = $"F{i}",
                Input = { "p" },
                Output = { "r" },
                Node =
                {
                    new NodeProto { Domain = "f", OpType = next, Input = { "p" }, Output = { "q" } },
                    new NodeProto { Domain = "f", OpType = next, Input = { "q" }, Output = { "r" } },
                },
            });
        }

        var cost = OnnxCost.Count(model);
        Assert.Null(cost.MultiplyAdds);
        Assert.Equal("unknown", cost.Layers[0].Outputs[0].ShapeText);
        Assert.Equal("[n, 4]", cost.Layers[1].Outputs[0].ShapeText);
    }

    [Fact]
    public void ARuleThatFailsLeavesOneNodeUnknownWithTheReason()
    {
        var model = new HandMadeModel().Input("x", 1, 4, "h", 6).Weight("w", 3, 4, 3, 3)
            .Node("DepthToSpace", "x -> broken", ("blocksize", 0))
            .Node("Conv", "x w -> y")
            .Node("Relu", "broken -> after")
            .Build("y");
        var layers = OnnxCost.Count(model).Layers;
        Assert.Equal("A size is divided by 0.", layers[0].ShapeUnknown);
        Assert.Equal(["unknown", "[1, 3, h - 2, 4]", "unknown"], layers.Select(static l => l.Outputs[0].ShapeText));
        Assert.Equal([0, null, 0], layers.Select(static l => l.MultiplyAdds));
        Assert.All(layers.Skip(1), static l => Assert.Null(l.ShapeUnknown));
    }
}
