using Case = System.Func<(DtcGen.Onnx.OnnxModel Model, System.Func<DtcGen.Onnx.OnnxArray[]> Inputs, string[] Open)>;

namespace DtcGen.Onnx.Tests;

/// <summary>Models of operators that the exporter does not write, or writes otherwise. The batch is 3, the image 10 × 6.</summary>
internal static class HandMadeCases
{
    public static IReadOnlyDictionary<string, Case> All { get; } = new Dictionary<string, Case>
    {
        ["flattening by computed shape"] = () => Image(m => m
            .Numbers("zero", 0).Numbers("axes", 0).Numbers("rest", -1)
            .Node("Shape", "x -> shape")
            .Node("Gather", "shape zero -> batch", ("axis", 0))
            .Node("Concat", "batch rest -> target", ("axis", 0))
            .Node("Reshape", "x target -> y")),
        ["expanding by a chosen shape"] = () => Image(m => m
            .Numbers("wanted", 2, -1, -1, 10, 6).Numbers("minus", -1)
            .Node("Shape", "wanted -> rank")
            .Node("ConstantOfShape", "rank -> ones", ("value", HandMadeModel.Tensor("one", OnnxElementType.Int64, [1], 1L)))
            .Node("Equal", "wanted minus -> free").Node("Where", "free ones wanted -> target").Node("Expand", "x target -> y")),
        ["half of a computed size"] = () => Image(m => m
            .Numbers("two", 2).Numbers("at", 1).Numbers("none", 0).Numbers("one", 1)
            .Node("Shape", "x -> shape")
            .Node("Slice", "shape at two -> channels")
            .Node("Div", "channels two -> half")
            .Node("Slice", "x none half at one -> y")),
        ["slices"] = () => Image(m => m
            .Numbers("last", -1)
                .Numbers("before", -1000)
                .Numbers("back", -2)
                .Numbers("two", 2)
                .Numbers("four", 4)
                .Numbers("far", long.MaxValue)
                .Numbers("one", 1)
                .Numbers("axis2", 2)
            .Node("Slice", "x last before axis2 back -> reversed")
            .Node("Slice", "x two far axis2 four -> strided")
            .Node("Slice", "x back far axis2 -> end")
            .Node("Slice", "x one last two -> y")),
        ["sizes of zero"] = () => Image(m => m
            .Numbers("none", 0).Numbers("far", long.MaxValue).Numbers("last", -1).Numbers("low", long.MinValue).Numbers("back", -1)
            .Store<long>("nothing", OnnxElementType.Int64, [0])
            .Numbers("axis1", 1)
            .Numbers("wanted", 0, -1, 5)
            .Node("Slice", "x none none axis1 -> empty")
            .Node("Slice", "empty last low axis1 back -> reversed")
            .Node("Slice", "empty none far axis1 -> all")
            .Node("Gather", "x nothing -> chosen", ("axis", 2))
            .Node("Concat", "empty x -> joined", ("axis", 1))
            .Node("Flatten", "empty -> flat")
            .Node("Transpose", "empty -> turned")
            .Node("ReduceSum", "empty axis1 -> summed")
            .Node("Split", "empty -> left right", ("axis", 1))
            .Node("Shape", "empty -> shape")
            .Node("Relu", "x -> y")),
        ["same padding"] = () => Image(m => m.Weight("w", 4, 2, 3, 4)
            .Node("Conv", "x w -> upper", ("auto_pad", "SAME_UPPER"), ("strides", new long[] { 2, 3 }))
            .Node("Conv", "x w -> lower", ("auto_pad", "SAME_LOWER"))
            .Node("Conv", "x w -> y", ("auto_pad", "VALID"))),
        ["transposed convolutions"] = () => Image(m => m.Weight("w", 2, 3, 3, 2)
            .Node("ConvTranspose", "x w -> plain")
            .Node(
                "ConvTranspose",
                "x w -> strided",
                ("strides", new long[] { 2, 3 }),
                ("pads", new long[] { 1, 0, 0, 1 }),
                ("output_padding", new long[] { 1, 2 }))
            .Node("ConvTranspose", "x w -> y", ("group", 2), ("dilations", new long[] { 2, 1 }))),
        ["poolings"] = () => Image(m => m
            .Node("MaxPool", "x -> ceil indices", ("kernel_shape", new long[] { 3, 3 }), ("strides", new long[] { 2, 2 }), ("ceil_mode", 1))
            .Node("LpPool", "x -> lp", ("kernel_shape", new long[] { 2, 2 }), ("p", 2))
            .Node("GlobalMaxPool", "x -> largest")
            .Node("GlobalAveragePool", "x -> y")),
        ["windows in sizes that do not fit"] = () => Image(m => m.Weight("w", 4, 2, 3, 2)
            .Node("Conv", "x w -> conv", ("strides", new long[] { 2, 3 }), ("pads", new long[] { 1, 0, 1, 1 }))
            .Node("Conv", "x w -> wide", ("strides", new long[] { 2, 2 }), ("dilations", new long[] { 2, 3 }))
            .Node(
                "MaxPool",
                "x -> ceil",
                ("kernel_shape", new long[] { 2, 3 }),
                ("strides", new long[] { 3, 2 }),
                ("pads", new long[] { 0, 1, 1, 1 }),
                ("ceil_mode", 1))
            .Node("AveragePool", "conv -> again", ("kernel_shape", new long[] { 2, 1 }), ("strides", new long[] { 2, 2 }))
            .Node("Conv", "x w -> y", ("auto_pad", "SAME_UPPER"), ("strides", new long[] { 3, 4 }))),
        ["doublings"] = () => Image(m => m
            .Numbers("minus", -1).Numbers("all", -1, 10)
            .Node("Concat", "x x -> two", ("axis", 2)).Node("Concat", "two two -> four", ("axis", 2))
            .Node("Reshape", "four minus -> flat")
            .Node("Reshape", "four all -> y")),
        ["rearranging"] = () => Image(m => m.Store("scales", OnnxElementType.Float, [4], 1f, 1f, 1.5f, 2f)
            .Numbers("sizes", 3, 2, 7, 9)
            .Numbers("repeats", 1, 2, 3, 1)
            .Node("Resize", "x _ scales -> scaled")
            .Node("Resize", "x _ _ sizes -> sized")
            .Node("SpaceToDepth", "x -> deep", ("blocksize", 2))
            .Node("DepthToSpace", "deep -> wide", ("blocksize", 2))
            .Node("Tile", "x repeats -> y")),
        ["chosen entries"] = () => Image(m => m.Numbers("k", 2)
            .Numbers("depth", 7)
            .Store("off", OnnxElementType.Float, [2], 0f, 1f)
            .Numbers("rows", 1, 0)
            .Node("TopK", "x k -> top where", ("axis", 2))
            .Node("ArgMax", "x -> best", ("axis", 1), ("keepdims", 0))
            .Node("OneHot", "best depth off -> hot")
            .Node("NonZero", "x -> places")
            .Node("Gather", "x rows -> picked", ("axis", 1))
            .Node("GatherElements", "x where -> y", ("axis", 2)), "places"),
        ["reductions by attribute"] = () => Image(m => m
            .Node("ReduceMean", "x -> mean", ("axes", new long[] { 2, -1 }), ("keepdims", 0))
                .Node("ReduceMax", "x -> all")
                .Node("ReduceL2", "x -> y", ("axes", new long[] { 1 }))),
        ["reductions by input"] = () => Image(m => m.Numbers("axes", -2, 1)
            .Node("ReduceMean", "x axes -> mean", ("keepdims", 0))
            .Node("ReduceSum", "x _ -> same", ("noop_with_empty_axes", 1))
            .Node("ReduceSumSquare", "x -> y"), opset: 18),
        ["splits"] = () => Image(m => m.Numbers("sizes", 7, 3)
            .Node("Split", "x sizes -> a b", ("axis", 2))
            .Node("Split", "x -> c d e f", ("axis", 2), ("num_outputs", 4))
            .Node("Split", "x -> y z", ("axis", 1), ("num_outputs", 2)), opset: 18),
        ["padding of some axes"] = () => Image(
            m => m.Numbers("pads", 1, 2, 3, 4).Numbers("axes", -1, 2).Node("Pad", "x pads _ axes -> y"), opset: 18),
        ["ranges"] = () => Image(m => m.Store<long>("from", OnnxElementType.Int64, [], 2)
            .Store<long>("to", OnnxElementType.Int64, [], 11)
            .Store<long>("by", OnnxElementType.Int64, [], 3)
            .Numbers("axis", 0)
            .Node("Range", "from to by -> counted")
            .Node("Unsqueeze", "counted axis -> row")
            .Node("Squeeze", "row -> y")
            .Node("Size", "x -> size")
            .Node("Shape", "x -> tail", ("start", -2))),
        ["statistics beside"] = () => Image(
            m => m.Weight("scale", 6).Node("LayerNormalization", "x scale -> y mean deviation").Node("Dropout", "y -> dropped mask")),
        ["products"] = () => Made(
            new HandMadeModel().Input("x", "batch", 4, 5).Weight("vector", 5).Weight("matrix", 5, 7).Weight("left", 4)
                .Node("MatMul", "x vector -> dots")
                .Node("MatMul", "x matrix -> rows")
                .Node("MatMul", "left x -> columns")
                .Node("Einsum", "x matrix -> y", ("equation", "bij, jk -> bki")),
            () => [RandomArrays.Normal(3, 4, 5)]),
        ["Gemm both ways"] = () => Made(
            new HandMadeModel()
                .Input("x", "batch", 5)
                .Weight("w", 7, 5)
                .Weight("c", 1, 7)
                .Node("Gemm", "x w c -> y", ("transB", 1))
                .Node("Gemm", "x y -> z", ("transA", 1)), () => [RandomArrays.Normal(3, 5)], "z"),
        ["recurrent layers"] = () => Made(
            new HandMadeModel().Input("x", 9, "batch", 4)
                .Weight("w4", 2, 20, 4)
                .Weight("r4", 2, 20, 5)
                .Weight("w3", 1, 15, 4)
                .Weight("r3", 1, 15, 5)
                .Weight("w1", 1, 5, 4)
                .Weight("r1", 1, 5, 5)
                .Node("LSTM", "x w4 r4 -> y last cell", ("hidden_size", 5), ("direction", "bidirectional"))
                .Node("GRU", "x w3 r3 -> g gl", ("hidden_size", 5))
                .Node("RNN", "x w1 r1 -> r", ("hidden_size", 5)),
            () => [RandomArrays.Normal(9, 3, 4)]),
        ["quantised"] = () => Image(m => m
            .Store("scale", OnnxElementType.Float, [], 0.1f)
                .Store<sbyte>("zero", OnnxElementType.Int8, [], 0)
                .Store<sbyte>("w", OnnxElementType.Int8, [3, 2, 1, 1], 1, 2, 3, 4, 5, 6)
            .Node("QuantizeLinear", "x scale zero -> q")
            .Node("QLinearConv", "q scale zero w scale zero scale zero -> c")
            .Node("DequantizeLinear", "c scale zero -> back")
            .Node("DynamicQuantizeLinear", "x -> u us uz").Node("QuantizeLinear", "x scale -> y")),
    };

    /// <summary>An input x of [batch, 2, height, width]; <paramref name="open"/> names the values whose sizes the run tells.</summary>
    public static (OnnxModel Model, Func<OnnxArray[]> Inputs, string[] Open) Image(
        Func<HandMadeModel, HandMadeModel> nodes, string? open = null, int opset = 17)
        => Made(nodes(new HandMadeModel(opset).Input("x", "batch", 2, "height", "width")), () => [RandomArrays.Normal(3, 2, 10, 6)], open);

    public static (OnnxModel Model, Func<OnnxArray[]> Inputs, string[] Open) Made(
        HandMadeModel model, Func<OnnxArray[]> inputs, string? open = null)
        => (model.Build("y"), inputs, open?.Split(' ') ?? []);
}
