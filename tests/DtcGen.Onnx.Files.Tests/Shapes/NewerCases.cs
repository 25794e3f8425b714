using static DtcGen.Onnx.Tests.HandMadeCases;
using Case = System.Func<(DtcGen.Onnx.OnnxModel Model, System.Func<DtcGen.Onnx.OnnxArray[]> Inputs, string[] Open)>;

namespace DtcGen.Onnx.Tests;

/// <summary>More models, of newer and rarer operators and of other domains. The batch is 3, the image 10 × 6.</summary>
internal static class NewerCases
{
    public static IReadOnlyDictionary<string, Case> All { get; } = new Dictionary<string, Case>
    {
        ["signals"] = () => Image(m => m
            .Store<long>("size", OnnxElementType.Int64, [], 10)
            .Store<long>("step", OnnxElementType.Int64, [], 7)
            .Store<long>("bins", OnnxElementType.Int64, [], 8)
            .Store<long>("length", OnnxElementType.Int64, [], 15)
            .Store<long>("rate", OnnxElementType.Int64, [], 8192)
            .Store("low", OnnxElementType.Float, [], 0f)
            .Store("high", OnnxElementType.Float, [], 4000f)
            .Numbers("last", -1)
            .Numbers("wave shape", -1, 120, 1)
            .Numbers("wave", -1, 120, 1)
            .Node("HannWindow", "size -> hann")
            .Node("HammingWindow", "size -> hamming", ("output_datatype", 11))
            .Node("BlackmanWindow", "size -> blackman", ("periodic", 0))
            .Node("MelWeightMatrix", "bins length rate low high -> mel")
            .Node("Unsqueeze", "x last -> signal")
            .Node("DFT", "signal -> spectrum", ("axis", 2))
            .Node("DFT", "signal -> half", ("axis", 2), ("onesided", 1))
            .Node("DFT", "signal length -> padded", ("axis", 3))
            .Node("Reshape", "x wave -> row")
            .Node("STFT", "row step hann size -> frames")
            .Node("STFT", "row step hann -> y", ("onesided", 0))),
        ["cropped and folded"] = () => Image(
            m => m
                .Numbers("wanted", 4, 20)
                .Numbers("columns", -1, 4, 30)
                .Numbers("image", 7, 5)
                .Numbers("block", 2, 1)
                .Node("CenterCropPad", "x wanted -> cropped", ("axes", new long[] { -1, 2 }))
                .Node("Reshape", "x columns -> blocks")
                .Node("Col2Im", "blocks image block -> y"),
            opset: 18),
        ["unpooled"] = () => Image(m => m
            .Node("MaxPool", "x -> pooled indices", ("kernel_shape", new long[] { 2, 2 }), ("strides", new long[] { 2, 2 }))
            .Node("MaxUnpool", "pooled indices -> y", ("kernel_shape", new long[] { 2, 2 }), ("strides", new long[] { 2, 2 }))),
        ["deformed"] = () => Image(
            m => m.Weight("w", 4, 2, 2, 2).Weight("o", 8, 2, 2, 2)
                .Node("Conv", "x o -> offset", ("pads", new long[] { 0, 1, 0, 0 }))
                .Node("DeformConv", "x w offset -> y", ("pads", new long[] { 0, 1, 0, 0 })),
            opset: 19),
        ["determinants and draws"] = () => Image(m => m
            .Numbers("zero", 0).Numbers("six", 6).Numbers("rows", 2).Numbers("flat", -1, 120)
            .Node("Slice", "x zero six rows -> square")
            .Node("Det", "square -> det")
            .Node("Reshape", "x flat -> table")
            .Node("Multinomial", "table -> drawn", ("sample_size", 5))
            .Node("Sigmoid", "x -> share")
            .Node("Bernoulli", "share -> y")),
        ["regions"] = () => Image(
            m => m
                .Store("rois", OnnxElementType.Float, [2, 4], 0f, 0f, 3f, 3f, 1f, 1f, 5f, 5f)
                .Store("places", OnnxElementType.Float, [2, 5], 0f, 0f, 0f, 3f, 3f, 1f, 1f, 1f, 5f, 5f)
                .Numbers("which", 0, 1)
                .Store("boxes", OnnxElementType.Float, [1, 2, 4], 0f, 0f, 1f, 1f, 2f, 2f, 3f, 3f)
                .Store("scores", OnnxElementType.Float, [1, 1, 2], 0.9f, 0.8f)
                .Numbers("most", 2)
                .Node("RoiAlign", "x rois which -> aligned", ("output_height", 3), ("output_width", 2))
                .Node("MaxRoiPool", "x places -> y", ("pooled_shape", new long[] { 2, 3 }))
                .Node("NonMaxSuppression", "boxes scores most -> selected"),
            "selected"),
        ["unique and compressed"] = () => Image(
            m => m
                .Store("which", OnnxElementType.Bool, [2], true, false)
                .Node("Unique", "x -> values first inverse counts")
                .Node("Unique", "x -> rows", ("axis", 1))
                .Node("Compress", "x which -> kept", ("axis", 1))
                .Node("Compress", "x which -> y"),
            "values first counts rows kept y"),
        ["losses"] = () => Image(m => m
            .Node("ArgMax", "x -> labels", ("axis", 1), ("keepdims", 0))
            .Node("SoftmaxCrossEntropyLoss", "x labels -> loss log")
            .Node("SoftmaxCrossEntropyLoss", "x labels -> each", ("reduction", "none"))
            .Node("NegativeLogLikelihoodLoss", "log labels -> y")),
        ["affine grids"] = () => Image(
            m => m.Weight("theta", 3, 2, 3).Numbers("size", 3, 2, 5, 4)
                .Node("AffineGrid", "theta size -> grid").Node("GridSample", "x grid -> y"),
            opset: 20),
        ["attention"] = () => Made(
            new HandMadeModel(23).Input("x", "batch", 4, 5, 8).Weight("k", 3, 2, 7, 8).Weight("v", 3, 2, 7, 6)
                .Weight("pk", 3, 2, 3, 8).Weight("pv", 3, 2, 3, 6).Weight("cos", 3, 5, 4).Weight("sin", 3, 5, 4).Weight("scale", 8)
                .Node("Attention", "x k v _ pk pv -> y keys values scores")
                .Node("RotaryEmbedding", "x cos sin -> turned")
                .Node("RMSNormalization", "x scale -> normal"),
            () => [RandomArrays.Normal(3, 4, 5, 8)]),
        ["attention in rows"] = () => Made(
            new HandMadeModel(23).Input("x", "batch", 5, 24).Weight("k", 3, 7, 12).Weight("v", 3, 7, 8)
                .Node("Attention", "x k v -> y", ("q_num_heads", 4), ("kv_num_heads", 2)),
            () => [RandomArrays.Normal(3, 5, 24)]),
        ["set 26"] = () => Image(
            m => m.Store<long>("axis", OnnxElementType.Int64, [], 1).Weight("update", 3, 2, 4, 6).Numbers("at", 0, 1, 2)
                .Node("CumProd", "x axis -> products")
                .Node("BitCast", "x -> bits", ("to", 6))
                .Node("TensorScatter", "x update at -> scattered")
                .Node("Relu", "x -> y"),
            opset: 26),
        ["sets of sizes"] = () => Image(m => m
            .Numbers("first", 0)
            .Node("Shape", "x -> shape")
            .Node("ReduceProd", "shape -> entries", ("keepdims", 1))
            .Node("Reshape", "x entries -> flat")
            .Node("Resize", "x _ scales -> larger")
            .Store("scales", OnnxElementType.Float, [4], 1f, 1f, 3f, 0.5f)
            .Node("Relu", "x -> y")),
        ["axes of a resize"] = () => Image(
            m => m.Numbers("sizes", 7, 9).Store("scales", OnnxElementType.Float, [1], 2f)
                .Node("Resize", "x _ _ sizes -> sized", ("axes", new long[] { 3, 2 }))
                .Node("Resize", "x _ scales -> y", ("axes", new long[] { -1 })),
            opset: 18),
        ["classical learning"] = () => Made(
            new HandMadeModel().Domain("ai.onnx.ml", 2).Input("x", "batch", 3).Numbers("at", 2, 0)
                .Node("ai.onnx.ml.Scaler", "x -> scaled", ("offset", new[] { 1f }), ("scale", new[] { 2f }))
                .Node("ai.onnx.ml.Normalizer", "x -> normal", ("norm", "L2"))
                .Node("ai.onnx.ml.Binarizer", "x -> binary")
                .Node("ai.onnx.ml.Imputer", "x -> filled", ("imputed_value_floats", new[] { 0f }), ("replaced_value_float", 7.0))
                .Node("ai.onnx.ml.ArrayFeatureExtractor", "x at -> chosen")
                .Node("ai.onnx.ml.LinearRegressor", "x -> y", ("coefficients", new[] { 1f, 2f, 3f, 4f, 5f, 6f }), ("targets", 2))
                .Node(
                    "ai.onnx.ml.LinearClassifier",
                    "x -> label score",
                    ("coefficients", new[] { 1f, 2f, 3f, 4f, 5f, 6f }),
                    ("intercepts", new[] { 0f, 1f }),
                    ("classlabels_ints", new long[] { 4, 5 }))
                .Node(
                    "ai.onnx.ml.LabelEncoder",
                    "label -> worth",
                    ("keys_int64s", new long[] { 4, 5 }),
                    ("values_floats", new[] { 1f, 2f }))
                .Node("ai.onnx.ml.OneHotEncoder", "label -> hot", ("cats_int64s", new long[] { 4, 5, 6 })),
            () => [RandomArrays.Normal(3, 3)],
            "score"),
        ["fused"] = () => Image(m => m
            .Weight("w", 4, 2, 3, 3).Weight("bias", 4).Weight("a", 3, 2, 10, 5).Weight("row", 6)
            .Node("com.microsoft.FusedConv", "x w bias -> conv", ("activation", "Relu"), ("strides", new long[] { 2, 1 }))
            .Node("com.microsoft.FusedMatMul", "x a -> product", ("transA", 1))
            .Node("com.microsoft.Gelu", "x -> gelu")
            .Node("com.microsoft.FastGelu", "x -> fast")
            .Node("com.microsoft.QuickGelu", "x -> quick")
            .Node("com.microsoft.BiasGelu", "x row -> biased")
            .Node("com.microsoft.DynamicQuantizeMatMul", "x qw qscale -> quantised")
            .Store<byte>("qw", OnnxElementType.UInt8, [6, 4], new byte[24])
            .Store("qscale", OnnxElementType.Float, [], 0.1f)
            .Node("Flatten", "x -> table", ("axis", 3))
            .Node("Relu", "x -> y")),
        ["normalised with what skips"] = () => Made(
            new HandMadeModel().Input("x", "batch", 4, 6).Weight("scale", 6)
                .Node("com.microsoft.SkipLayerNormalization", "x x scale -> y _ _ sum")
                .Node("com.microsoft.SkipSimplifiedLayerNormalization", "x x scale -> simple"),
            () => [RandomArrays.Normal(3, 4, 6)]),
        ["fused and quantised"] = () => Image(m => m
            .Store("s", OnnxElementType.Float, [], 0.1f).Store<byte>("z", OnnxElementType.UInt8, [], 3)
            .Store<byte>("row", OnnxElementType.UInt8, [6], 1, 2, 3, 4, 5, 6)
            .Node("QuantizeLinear", "x s z -> q")
            .Node("com.microsoft.QLinearAdd", "q s z row s z s z -> sum")
            .Node("com.microsoft.QLinearMul", "row s z q s z s z -> product")
            .Node("com.microsoft.QLinearLeakyRelu", "q s z s z -> leaky")
            .Node("com.microsoft.QLinearSigmoid", "q s z s z -> sigmoid")
            .Node("com.microsoft.QLinearConcat", "s z q s z q s z -> joined", ("axis", 2))
            .Node("com.microsoft.QLinearGlobalAveragePool", "q s z s z -> all")
            .Node("com.microsoft.QLinearAveragePool", "q s z s z -> pooled", ("kernel_shape", new long[] { 2, 2 }))
            .Node("com.microsoft.DequantizeLinear", "q s z -> back")
            .Node("com.microsoft.QuantizeLinear", "x s z -> y")),
    };
}
