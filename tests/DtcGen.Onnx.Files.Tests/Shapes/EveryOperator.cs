using DtcGen.Onnx.Proto;
using Google.Protobuf;
using static DtcGen.Onnx.Proto.AttributeProto.Types;
using static DtcGen.Onnx.Tests.HandMadeCases;

namespace DtcGen.Onnx.Tests;

/// <summary>Small files that together hold every operator that has a rule.</summary>
internal static class EveryOperator
{
    private static readonly string[] One =
    [
        "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Ceil", "Celu", "Clip", "Cos", "Cosh", "Elu", "Erf", "Exp", "Floor",
        "GlobalLpPool", "HardSigmoid", "HardSwish", "Hardmax", "Identity", "IsInf", "IsNaN", "LeakyRelu", "Log", "LogSoftmax",
        "LpNormalization", "MeanVarianceNormalization", "Mish", "Neg", "RandomNormalLike", "RandomUniformLike", "Reciprocal", "ReduceL1",
        "ReduceLogSum", "ReduceLogSumExp", "ReduceMin", "ArgMin", "Round", "Selu", "Shrink", "Sign", "Sin", "Sinh", "Softmax", "Softplus",
        "Softsign", "Sqrt", "Tan", "Tanh", "ThresholdedRelu", "Trilu", "Sum", "Max", "Mean", "Min",
    ];

    private static readonly string[] Two =
    [
        "Add", "Sub", "Mul", "Pow", "PRelu", "Greater", "GreaterOrEqual", "Less", "LessOrEqual", "CastLike", "com.microsoft.BiasSoftmax",
        "com.microsoft.TransposeMatMul",
    ];

    private static readonly string[] TwoNumbers = ["BitwiseAnd", "BitwiseOr", "BitwiseXor", "Mod"];

    private static readonly string[] TwoTruths = ["And", "Or", "Xor"];

    /// <summary>The models, with their names; what a checker wants of outputs is in them.</summary>
    public static IReadOnlyList<(string Name, OnnxModel Model)> Models { get; } =
        [.. Bare().Select(static m => (m.Name, Declared(m.Model)))];

    private static IEnumerable<(string Name, OnnxModel Model)> Bare() =>
    [
        .. HandMadeCases.All.Concat(NewerCases.All).Select(static c => (c.Key, c.Value().Model)),
        .. One.Chunk(12).Select(static (names, i) => ($"one input {i}", Image(m => Each(m, names, "x"), opset: 18).Model)),
        ("two inputs", Image(static m => Each(m, Two, "x x")).Model),
        ("numbers", Made(Each(Each(new HandMadeModel(18).Input("x", OnnxElementType.Int64, "n", 3), TwoNumbers, "x x"), ["BitwiseNot"], "x")
            .Node("Cast", "x -> unsigned", ("to", 13))
            .Node("BitShift", "unsigned unsigned -> shifted", ("direction", "LEFT"))
            .Node("CumSum", "x axis -> sums")
            .Store<long>("axis", OnnxElementType.Int64, [], 1)
            .Node("EyeLike", "x -> eye")
            .Node("Cast", "x -> y", ("to", 1)), static () => []).Model),
        ("truths", Made(Each(Each(new HandMadeModel().Input("x", OnnxElementType.Bool, "n", 3), TwoTruths, "x x"), ["Not"], "x")
            .Node("Identity", "x -> y"), static () => []).Model),
        ("constants", Image(static m => m
            .Node("Constant", "-> tensor", ("value", HandMadeModel.Tensor("t", OnnxElementType.Int64, [2], 3L, 4L)))
            .Node("Constant", "-> numbers", ("value_ints", new long[] { 1, 2, 3 }))
            .Node("Constant", "-> number", ("value_int", 4))
            .Node("Constant", "-> float", ("value_float", 4.0))
            .Node("RandomNormal", "-> normal", ("shape", new long[] { 2, 3 }))
            .Node("RandomUniform", "-> uniform", ("shape", new long[] { 2, 3 }))
            .Node("Expand", "float tensor -> y")).Model),
        ("scattered", Image(static m => m
            .Numbers("at", 0, 1).Numbers("lengths", 1, 2, 3)
            .Store<long>("places", OnnxElementType.Int64, [1, 2, 1, 1], 0, 1)
            .Store<long>("pairs", OnnxElementType.Int64, [2, 2], 0, 0, 1, 1)
            .Weight("update", 1, 2, 1, 1)
            .Weight("rows", 2, 10, 6)
            .Node("ScatterElements", "x places update -> a", ("axis", 2))
            .Node("ScatterND", "x pairs rows -> b")
            .Node("GatherND", "x pairs -> c", ("batch_dims", 0))
            .Node("ReverseSequence", "x lengths -> y", ("batch_axis", 0), ("time_axis", 2))).Model),
        ("older", Image(
            static m => m.Store<long>("places", OnnxElementType.Int64, [1, 2, 1, 1], 0, 1).Weight("update", 1, 2, 1, 1)
                .Store("scales", OnnxElementType.Float, [4], 1f, 1f, 2f, 2f)
                .Node("Scatter", "x places update -> a").Node("Upsample", "x scales -> y"),
            opset: 9).Model),
        ("normalisations", Image(
            static m => m.Weight("s", 2).Weight("b", 2).Weight("mean", 2).Weight("var", 2)
                .Node("BatchNormalization", "x s b mean var -> a")
                .Node("InstanceNormalization", "x s b -> i")
                .Node("LRN", "x -> l", ("size", 3))
                .Node("GroupNormalization", "x s b -> y", ("num_groups", 1)),
            opset: 21).Model),
        ("whole products", Made(
            new HandMadeModel().Input("x", OnnxElementType.UInt8, "n", 2, 6, 6)
                .Store<byte>("w", OnnxElementType.UInt8, [3, 2, 3, 3], new byte[54])
                .Store<byte>("v", OnnxElementType.UInt8, [6, 2], new byte[12])
                .Store("s", OnnxElementType.Float, [], 0.1f)
                .Store<byte>("z", OnnxElementType.UInt8, [], 3)
                .Node("ConvInteger", "x w -> a")
                .Node("MatMulInteger", "x v -> b")
                .Node("com.microsoft.MatMulIntegerToFloat", "x v s s -> c")
                .Node("com.microsoft.QLinearSoftmax", "x s z s z -> d", ("axis", 1), ("opset", 13))
                .Node("QLinearMatMul", "x s z v s z s z -> y"),
            static () => []).Model),
        ("fused layers", Made(
            new HandMadeModel().Input("x", "n", 6).Weight("w", 6, 4).Weight("b", 4)
                .Node("com.microsoft.FusedGemm", "x w b -> a", ("activation", "Relu"))
                .Node("com.microsoft.BiasDropout", "a b -> d mask")
                .Node("Relu", "a -> y"),
            static () => []).Model),
        ("blocks of channels", Made(
            new HandMadeModel().Input("x", "n", 16, "h", "w").Weight("weight", 16, 16, 3, 3)
                .Node("com.microsoft.nchwc.ReorderInput", "x -> in")
                .Node("com.microsoft.nchwc.Conv", "in weight -> conv", ("strides", new long[] { 2, 2 }))
                .Node("com.microsoft.nchwc.MaxPool", "conv -> m", ("kernel_shape", new long[] { 2, 2 }))
                .Node("com.microsoft.nchwc.AveragePool", "m -> a", ("kernel_shape", new long[] { 2, 2 }))
                .Node("com.microsoft.nchwc.Upsample", "a -> u", ("scales", new long[] { 1, 1, 2, 2 }))
                .Node("com.microsoft.nchwc.GlobalMaxPool", "u -> gm")
                .Node("com.microsoft.nchwc.GlobalAveragePool", "u -> ga")
                .Node("com.microsoft.nchwc.ReorderOutput", "u -> y", ("channels", 16)),
            static () => []).Model),
        ("sequences", Image(
            static m => m.Store<long>("at", OnnxElementType.Int64, [], 0)
                .Node("SequenceEmpty", "-> empty").Node("SequenceConstruct", "x x -> both").Node("SequenceInsert", "both x -> three")
                .Node("SequenceErase", "three at -> two").Node("SequenceAt", "two at -> first").Node("SequenceLength", "two -> count")
                .Node("SplitToSequence", "x -> parts", ("axis", 1)).Node("ConcatFromSequence", "parts -> whole", ("axis", 1))
                .Node("Optional", "x -> maybe").Node("OptionalHasElement", "maybe -> has").Node("OptionalGetElement", "maybe -> y"),
            opset: 18).Model),
        ("texts", Made(
            new HandMadeModel(20).Domain("ai.onnx.ml", 2)
                .Input("x", OnnxElementType.String, "n")
                .Input("bytes", OnnxElementType.UInt8, "size")
                .Node("StringConcat", "x x -> a").Node("StringSplit", "x -> b count", ("delimiter", " "))
                .Node("StringNormalizer", "x -> c").Node("RegexFullMatch", "x -> d", ("pattern", "a.*"))
                .Node(
                    "TfIdfVectorizer",
                    "x -> e",
                    ("max_gram_length", 1),
                    ("max_skip_count", 0),
                    ("min_gram_length", 1),
                    ("mode", "TF"),
                    ("ngram_counts", new long[] { 0 }),
                    ("ngram_indexes", new long[] { 0, 1 }),
                    ("pool_strings", new[] { "a", "b" }))
                .Node("ai.onnx.ml.CategoryMapper", "x -> f", ("cats_int64s", new long[] { 1 }), ("cats_strings", new[] { "a" }))
                .Node("ImageDecoder", "bytes -> image")
                .Node("Identity", "x -> y"),
            static () => []).Model),
        ("set 20", Image(static m => m.Node("Gelu", "x -> y"), opset: 20).Model),
        ("set 24", Image(static m => m.Node("Swish", "x -> y"), opset: 24).Model),
        ("bodies", Bodies()),
    ];

    private static OnnxModel Declared(OnnxModel model)
    {
        var shapes = OnnxShapes.Infer(model);
        foreach (var output in model.Proto.Graph.Output)
        {
            var value = shapes.Find(output.Name);
            output.Type = ValueInfos.Make(value ?? new OnnxValue(output.Name, OnnxElementType.Float, ["any"])).Type;
        }

        return model;
    }

    private static HandMadeModel Each(HandMadeModel model, IEnumerable<string> operators, string inputs)
    {
        foreach (var name in operators)
        {
            model.Node(name, $"{inputs} -> {name}");
        }

        return operators.Contains("Not") || operators.Contains("BitwiseNot") || operators.Contains("Mod") || operators.Contains("And")
            ? model
            : model.Node("Relu", "x -> y");
    }

    /// <summary>Branches, loops, a local function with an attribute, and a tensor that keeps only some entries.</summary>
    private static OnnxModel Bodies()
    {
        static GraphProto Graph(string name, string inputs, NodeProto node, string outputs) => new()
        {
            Name = name,
            Input = { Values(inputs) },
            Node = { node },
            Output = { Values(outputs) },
        };
        static IEnumerable<ValueInfoProto> Values(string names)
            => names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static n => new ValueInfoProto { Name = n });
        static NodeProto Node(string name, string input, string output)
            => new() { OpType = name, Input = { input.Split(' ') }, Output = { output } };
        var model = new HandMadeModel().Input("x", "n", 4).Input("condition", OnnxElementType.Bool)
            .Store<long>("times", OnnxElementType.Int64, [], 3)
            .Node(
                "If",
                "condition -> chosen",
                ("then_branch", Graph("yes", "", Node("Relu", "x", "r"), "r")),
                ("else_branch", Graph("no", "", Node("MatMul", "x sparse", "s"), "s")))
            .Node("Loop", "times _ x -> looped all", ("body", Graph("body", "i on v", Node("Add", "v v", "w"), "on w v")))
            .Node("Scan", "x -> scanned", ("body", Graph("step", "row", Node("Tanh", "row", "t"), "t")), ("num_scan_inputs", 1))
            .Node("local.Twice", "looped -> y", ("to", 11))
            .Build("y", OnnxElementType.Double, "n", 4);
        model.Proto.Graph.SparseInitializer.Add(new SparseTensorProto
        {
            Values = HandMadeModel.Tensor("sparse", OnnxElementType.Float, [2], 1f, 2f),
            Indices = HandMadeModel.Tensor("", OnnxElementType.Int64, [2], 0L, 5L),
            Dims = { 4, 4 },
        });
        var cast = Node("Cast", "sum", "out");
        cast.Attribute.Add(new AttributeProto { Name = "to", RefAttrName = "to", Type = AttributeType.Int });
        model.Proto.Functions.Add(new FunctionProto
        {
            Domain = "local",
            Name = "Twice",
            Input = { "in" },
            Output = { "out" },
            Attribute = { "to" },
            OpsetImport = { new OperatorSetIdProto { Version = 17 } },
            Node = { Node("Add", "in in", "sum"), cast },
        });
        return new OnnxModel(ModelProto.Parser.ParseFrom(model.Proto.ToByteArray()));
    }
}
