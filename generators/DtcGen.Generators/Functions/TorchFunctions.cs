using DtcGen.Generators.Reading.Graph;
using static DtcGen.Generators.Functions.Setting;

namespace DtcGen.Generators.Functions;

/// <summary>
/// The functions of TorchSharp that are an operation each, for the generator that reads them and the recorder that sees them
/// called. What is recorded as several steps, or by what it returned, the recorder's own table has.
/// </summary>
internal static class TorchFunctions
{
    /// <summary>The dimensions that a reduction runs over.</summary>
    public static Setting Reduced { get; } = Dimensions("dimensions dim dims dim0 dim1 dim2");

    /// <summary>Whether a reduction keeps its dimensions, with one entry each.</summary>
    public static Setting Kept { get; } = Flag("keepdim keepDimension");

    public static TorchFunction[] All { get; } =
    [
        // Activations.
        Read(OperatorKind.Relu, "relu", "ReLU"),
        Read(OperatorKind.Relu6, "relu6", "ReLU6"),
        Read(OperatorKind.LeakyRelu, "leaky_relu", "LeakyReLU", Number("negative_slope", 0.01)),
        Read(OperatorKind.Elu, "elu", "ELU", Number("alpha", 1)),
        Read(OperatorKind.Gelu, "gelu", "GELU"),
        Read(OperatorKind.Silu, "silu SiLU", "SiLU"),
        Read(OperatorKind.Sigmoid, "sigmoid expit", "Sigmoid"),
        Read(OperatorKind.Tanh, "tanh", "Tanh"),
        Read(OperatorKind.Softplus, "softplus", "Softplus", Number("beta", 1), Number("threshold", 20)),
        // Those of functional, not a tensor's own: not in place it clamps nothing, and only a recording tells whether that is so.
        Read(
            OperatorKind.Hardtanh,
            "hardtanh Hardtanh",
            "Hardtanh",
            Number("min_val") with { IsRequired = true },
            Number("max_val") with { IsRequired = true },
            Flag("inplace")),
        Read(OperatorKind.Hardsigmoid, "hardsigmoid", "Hardsigmoid"),
        Read(OperatorKind.Hardswish, "hardswish", "Hardswish"),
        Read(OperatorKind.Mish, "mish Mish", "Mish"),
        Recorded(OperatorKind.Unary, "Selu", "selu", "SELU"),
        Recorded(OperatorKind.Unary, "Celu", "celu", "CELU", Number("alpha", 1)),
        Recorded(OperatorKind.Unary, "Softsign", "softsign", "Softsign"),
        Recorded(OperatorKind.Unary, "LogSigmoid", "logsigmoid log_sigmoid", "LogSigmoid"),
        Read(OperatorKind.Softmax, "softmax", "Softmax", Whole("dim")),
        Read(OperatorKind.Softmax, "softmax2d", "Softmax2d", Fixed(-3L)),
        Read(OperatorKind.LogSoftmax, "log_softmax", "LogSoftmax", Whole("dim")),

        // Of each element.
        Read(OperatorKind.Abs, "abs absolute"),
        Read(OperatorKind.Neg, "neg negative op_UnaryNegation"),
        Read(OperatorKind.Exp, "exp"),
        Read(OperatorKind.Log, "log"),
        Read(OperatorKind.Sqrt, "sqrt"),
        Read(OperatorKind.Rsqrt, "rsqrt"),
        Read(OperatorKind.Square, "square"),
        Read(OperatorKind.Reciprocal, "reciprocal"),
        Read(OperatorKind.Clamp, "clamp clip", Number("min"), Number("max")),
        Read(OperatorKind.Clamp, "clamp_min", Number("min"), Fixed(null)),
        Read(OperatorKind.Clamp, "clamp_max", Fixed(null), Number("max")),
        Read(OperatorKind.Pow, "pow", Number("exponent")),
        Recorded(OperatorKind.Unary, "Sin", "sin"),
        Recorded(OperatorKind.Unary, "Cos", "cos"),
        Recorded(OperatorKind.Unary, "Tan", "tan"),
        Recorded(OperatorKind.Unary, "Asin", "asin arcsin"),
        Recorded(OperatorKind.Unary, "Acos", "acos arccos"),
        Recorded(OperatorKind.Unary, "Atan", "atan arctan"),
        Recorded(OperatorKind.Unary, "Sinh", "sinh"),
        Recorded(OperatorKind.Unary, "Cosh", "cosh"),
        Recorded(OperatorKind.Unary, "Asinh", "asinh"),
        Recorded(OperatorKind.Unary, "Acosh", "acosh"),
        Recorded(OperatorKind.Unary, "Atanh", "atanh"),
        Recorded(OperatorKind.Unary, "Erf", "erf"),
        Recorded(OperatorKind.Unary, "Floor", "floor"),
        Recorded(OperatorKind.Unary, "Ceil", "ceil"),
        Recorded(OperatorKind.Unary, "Sign", "sign"),
        Recorded(OperatorKind.Unary, "Not", "logical_not"),
        Recorded(OperatorKind.Unary, "IsNaN", "isnan"),
        Recorded(OperatorKind.Unary, "IsInf", "isinf"),

        // Of two operands.
        OfTwo(OperatorKind.Add, "add op_Addition"),
        OfTwo(OperatorKind.Sub, "sub subtract op_Subtraction"),
        OfTwo(OperatorKind.Mul, "mul multiply op_Multiply"),
        OfTwo(OperatorKind.Div, "div divide true_divide op_Division"),
        OfTwo(OperatorKind.Maximum, "maximum fmax"),
        OfTwo(OperatorKind.Minimum, "minimum fmin"),
        OfTwo(OperatorKind.Matmul, "matmul mm bmm"),
        Compared("Equal", "eq op_Equality"),
        Compared("NotEqual", "ne not_equal op_Inequality"),
        Compared("Less", "lt less op_LessThan"),
        Compared("LessOrEqual", "le less_equal op_LessThanOrEqual"),
        Compared("Greater", "gt greater op_GreaterThan"),
        Compared("GreaterOrEqual", "ge greater_equal op_GreaterThanOrEqual"),
        Compared("And", "logical_and bitwise_and op_BitwiseAnd"),
        Compared("Or", "logical_or bitwise_or op_BitwiseOr"),
        Compared("Xor", "logical_xor"),

        // What moves entries about, and takes tensors apart and puts them together.
        Read(OperatorKind.Flatten, "flatten", "Flatten", Whole("start_dim", 0), Whole("end_dim", -1)),
        Read(OperatorKind.Flatten, "ravel", Fixed(0L), Fixed(-1L)),
        Read(OperatorKind.Reshape, "view reshape", Sizes("shape size sizes")),
        Read(OperatorKind.Transpose, "transpose swapdims swapaxes", Dimensions("dim0 axis0"), Dimensions("dim1 axis1")),
        Read(OperatorKind.Permute, "permute", Dimensions("permutation dims dim")),
        Read(OperatorKind.Unsqueeze, "unsqueeze", Dimensions("dim")),
        Read(OperatorKind.Squeeze, "squeeze", Dimensions("dim")),
        Read(OperatorKind.Narrow, "narrow", Dimensions("dim dimension"), Whole("start"), Whole("length")),
        Read(OperatorKind.Slice, "slice", Dimensions("dim"), Whole("start"), Whole("finish"), Whole("step")),
        Read(OperatorKind.Select, "select", Dimensions("dim"), Whole("index")),
        Read(OperatorKind.Chunk, "chunk"),
        Read(OperatorKind.Split, "split"),
        Read(OperatorKind.Cat, "cat concat concatenate", Whole("dim axis", 0)),
        Recorded(OperatorKind.Stack, string.Empty, "stack", Whole("dim", 0)),
        Recorded(OperatorKind.Functional, "Tril", "tril", Whole("diagonal", 0)),
        Recorded(OperatorKind.Functional, "Triu", "triu", Whole("diagonal", 0)),
        Recorded(OperatorKind.Functional, "PixelShuffle", "pixel_shuffle", "PixelShuffle", Whole("upscale_factor")),

        // Over dimensions, and over windows.
        Read(OperatorKind.Mean, "mean", Kept, Reduced),
        Read(OperatorKind.Sum, "sum", Kept, Reduced),
        Read(OperatorKind.Amax, "amax", Kept, Reduced),
        Recorded(OperatorKind.Along, "CumSum", "cumsum", Whole("dim")),
        MaxPool(OperatorKind.MaxPool1d, "max_pool1d", "MaxPool1d", 1),
        MaxPool(OperatorKind.MaxPool2d, "max_pool2d", "MaxPool2d", 2),
        MaxPool(OperatorKind.MaxPool3d, "max_pool3d", "MaxPool3d", 3) with { IsRead = false },
        AvgPool(OperatorKind.AvgPool1d, "avg_pool1d", "AvgPool1d", 1),
        AvgPool(OperatorKind.AvgPool2d, "avg_pool2d", "AvgPool2d", 2) with { RecordedSettings = [Whole("divisor_override", null)] },
        AvgPool(OperatorKind.AvgPool3d, "avg_pool3d", "AvgPool3d", 3) with
        {
            IsRead = false,
            RecordedSettings = [Whole("divisor_override", null)],
        },
        Read(OperatorKind.AdaptiveAvgPool1d, "adaptive_avg_pool1d", "AdaptiveAvgPool1d", Window("output_size", 1)),
        Read(OperatorKind.AdaptiveAvgPool2d, "adaptive_avg_pool2d", "AdaptiveAvgPool2d", Window("output_size", 2)),
        Read(OperatorKind.ScaledDotProductAttention, "scaled_dot_product_attention"),

        // What vanishes: with settings, in evaluation mode alone.
        Read(OperatorKind.Identity, "contiguous clone detach alias positive", "Identity"),
        Recorded(
            OperatorKind.Identity,
            string.Empty,
            "cpu cuda mps pin_memory requires_grad MoveToOuterDisposeScope MoveToOtherDisposeScope "
            + "DetachFromDisposeScope DetatchFromDisposeScope"),
        Read(
            OperatorKind.Identity,
            "dropout dropout1d dropout2d dropout3d alpha_dropout feature_alpha_dropout",
            "Dropout Dropout1d Dropout2d Dropout3d AlphaDropout FeatureAlphaDropout",
            Number("p probability", 0.5),
            Flag("training", true)),
    ];

    private static readonly Dictionary<string, TorchFunction> ByName = Index(static function => function.Names);

    private static readonly Dictionary<string, TorchFunction> OfLayers = Index(static function => function.Layers);

    /// <summary>The function of this name that the generator reads.</summary>
    public static TorchFunction? Find(string name) => ByName.TryGetValue(name, out var function) && function.IsRead ? function : null;

    /// <summary>What a layer of this class computes.</summary>
    public static TorchFunction? OfLayer(string type) => OfLayers.TryGetValue(type, out var function) ? function : null;

    private static TorchFunction Read(OperatorKind kind, string names, params Setting[] settings) => new(kind, names.Split(' '), settings);

    private static TorchFunction Read(OperatorKind kind, string names, string layers, params Setting[] settings)
        => Read(kind, names, settings) with { Layers = layers.Split(' ') };

    private static TorchFunction Recorded(OperatorKind kind, string onnx, string names, params Setting[] settings)
        => Read(kind, names, settings) with { Onnx = onnx, IsRead = false };

    private static TorchFunction Recorded(OperatorKind kind, string onnx, string names, string layers, params Setting[] settings)
        => Recorded(kind, onnx, names, settings) with { Layers = layers.Split(' ') };

    private static TorchFunction OfTwo(OperatorKind kind, string names) => Read(kind, names) with { Operands = 2 };

    private static TorchFunction Compared(string onnx, string names) => Recorded(OperatorKind.Binary, onnx, names) with { Operands = 2 };

    private static TorchFunction MaxPool(OperatorKind kind, string name, string layer, int space)
        => Read(
            kind,
            name,
            layer,
            Window("kernel_size", space),
            Window("stride strides", space),
            Window("padding", space),
            Window("dilation", space),
            Flag("ceil_mode"));

    private static TorchFunction AvgPool(OperatorKind kind, string name, string layer, int space)
        => Read(
            kind,
            name,
            layer,
            Window("kernel_size", space),
            Window("stride strides", space),
            Window("padding", space),
            Flag("ceil_mode"),
            Flag("count_include_pad", true));

    private static Dictionary<string, TorchFunction> Index(Func<TorchFunction, string[]> names)
    {
        var index = new Dictionary<string, TorchFunction>(StringComparer.Ordinal);
        foreach (var function in All)
        {
            foreach (var name in names(function))
            {
                index.Add(name, function);
            }
        }

        return index;
    }
}
