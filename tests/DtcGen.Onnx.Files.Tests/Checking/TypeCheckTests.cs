using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx.Tests;

/// <summary>Types: what the checker finds, ONNX Runtime refuses; and where it finds nothing, ONNX Runtime loads the model.</summary>
public sealed class TypeCheckTests
{
    private const OnnxElementType Float = OnnxElementType.Float;
    private const OnnxElementType Int64 = OnnxElementType.Int64;

    private static readonly Dictionary<string, (OnnxModel Model, string? Rule, string Says)> Models = new()
    {
        ["Add of two types"] = (
            Model().Input("n", Int64, 2).Node("Add", "x n -> y").Build("y", Float, 2),
            OnnxRules.NodeType,
            "Its inputs A (x) and B (n) must have one type, and they are float and int64. Convert one with Cast."),
        ["Relu of text"] = (
            new HandMadeModel().Input("x", OnnxElementType.String, 2).Node("Relu", "x -> y").Build("y", OnnxElementType.String, 2),
            OnnxRules.NodeType,
            "Its input X (x) is string, and the operator takes bfloat16, double, float, float16, int16, int32, int64, int8. Convert it with Cast."),
        ["double weights"] = (
            Model().Store("w", OnnxElementType.Double, [2, 3], new double[6]).Node("MatMul", "x w -> y").Build("y", Float, 3),
            OnnxRules.NodeType,
            "Its inputs A (x) and B (w) must have one type, and they are float and double. Convert one with Cast."),
        ["indices of another type"] = (
            Model().Node("Gather", "x x -> y").Build("y", Float, 2), OnnxRules.NodeType, "indices (x)"),
        ["a type made further up"] = (
            Model().Node("Cast", "x -> c", ("to", (int)OnnxElementType.Int32)).Node("Shape", "c -> s").Node("Add", "c s -> y")
                .Build("y", Int64, 1),
            OnnxRules.NodeType,
            "they are int32 and int64"),
        ["output declared as another type"] = (
            Model().Node("Shape", "x -> y").Build("y", Float, 1), OnnxRules.Declared, "declares it as float, and Shape y makes int64"),
        ["parts of a sequence"] = (
            Model().Node("SequenceConstruct", "x x -> s").Node("SequenceLength", "s -> n").Node("Add", "n x -> y").Build("y", Float, 2),
            OnnxRules.NodeType,
            "they are int64 and float"),
        ["a branch that sees the wrong type"] = (
            Branching("Add", "x n -> inner"), OnnxRules.NodeType, "Its inputs A (x) and B (n) must have one type"),
        ["a type of a newer set"] = (
            Model(17, OnnxElementType.BFloat16).Node("Elu", "x -> y").Build("y", OnnxElementType.BFloat16, 2),
            OnnxRules.NodeType,
            "bfloat16"),
        ["Cast to what this set does not have"] = (
            Model().Node("Cast", "x -> y", ("to", (int)OnnxElementType.Int4)).Build("y", OnnxElementType.Int4, 2),
            OnnxRules.NodeType,
            "Its output output (y) is int4, and the operator gives bfloat16, bool, double"),
        ["good: one type"] = (Model().Node("Add", "x x -> y").Build("y", Float, 2), null, ""),
        ["good: a sequence and back"] = (
            Model().Node("SequenceConstruct", "x x -> s").Store("zero", Int64, [], 0L).Node("SequenceAt", "s zero -> a").Node("Relu", "a -> y")
                .Build("y", Float, 2),
            null,
            ""),
        ["good: quantized"] = (
            Model().Store("scale", Float, [], 0.1f).Store("zero", OnnxElementType.Int8, [], (sbyte)0)
                .Node("QuantizeLinear", "x scale zero -> q").Node("DequantizeLinear", "q scale zero -> y").Build("y", Float, 2),
            null,
            ""),
        ["good: branches"] = (Branching("Add", "x x -> inner"), null, ""),
        ["good: float16 in a newer set"] = (
            Model(22, OnnxElementType.Float16).Node("Relu", "x -> y").Build("y", OnnxElementType.Float16, 2), null, ""),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ItFindsWhatOnnxRuntimeRefuses(string name)
    {
        var (model, rule, says) = Models[name];
        var verdict = OnnxChecker.Judge(model);
        Assert.Empty(verdict.NotKnown);
        var refusal = RuntimeVerdict.Of(model.Proto);
        if (rule is null)
        {
            Assert.Empty(verdict.Broken);
            Assert.Null(refusal);
        }
        else
        {
            var finding = Assert.Single(verdict.Broken.Distinct());
            Assert.Equal(rule, finding.Rule);
            Assert.Contains(says, finding.Message, StringComparison.Ordinal);
            Assert.NotNull(refusal);
        }
    }

    private static HandMadeModel Model(int opset = 17, OnnxElementType type = Float) => new HandMadeModel(opset).Input("x", type, 2);

    private static OnnxModel Branching(string operation, string wires)
    {
        GraphProto Branch()
        {
            var inside = new HandMadeModel().Node(operation, wires).Build("inner", Float, 2).Proto.Graph;
            inside.Name = "branch";
            return inside;
        }

        return Model().Input("n", Int64, 2).Store("flag", OnnxElementType.Bool, [], true)
            .Node("If", "flag -> y", ("then_branch", Branch()), ("else_branch", Branch()))
            .Build("y", Float, 2);
    }

    [Fact]
    public void ATypeThatTheOperatorTakesLaterIsSaidToBe()
    {
        var model = new HandMadeModel().Input("x", OnnxElementType.BFloat16, "n", 3).Node("Elu", "x -> y")
            .Build("y", OnnxElementType.BFloat16, "n", 3);
        var finding = Assert.Single(OnnxChecker.Check(model));
        Assert.Contains("It takes bfloat16 from operator set 22 on. Convert it with Cast.", finding.Message, StringComparison.Ordinal);
    }
}
