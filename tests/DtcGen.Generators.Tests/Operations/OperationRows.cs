using static DtcGen.Generators.Tests.Operations.Surroundings;

namespace DtcGen.Generators.Tests.Operations;

/// <summary>Every operation that is held to the table in docs/operations.md. To say that one more is read is to add a row.</summary>
internal static partial class OperationRows
{
    public static IReadOnlyList<(string Section, IReadOnlyList<OperationRow> Rows)> Sections { get; } =
    [
        ("Layers with weights", WithWeights()),
        ("Activations", Activations()),
        ("Layers without weights", WithoutWeights()),
        ("Arithmetic", Arithmetic()),
        ("Shapes", Shapes()),
        ("Reductions, products and attention", Products()),
        ("Structure", Structure()),
        .. RecordedSections(),
    ];

    private static OperationRow[] WithWeights() =>
    [
        new("Linear", "Linear(8, 7)", Features) { Last = "Linear(7, 3)" },
        new("Linear", "Linear(8, 7, hasBias: false)", Features) { Last = "Linear(7, 3)" },
        new("Linear", "Linear(8, 7)", Sequence) { Last = "Linear(7, 3)" },
        new("Conv1d", "Conv1d(8, 7, 3, stride: 2)", Signal) { Last = "Conv1d(7, 3, 1)" },
        new("Conv1d", "Conv1d(8, 7, 3, padding: 2, dilation: 2, bias: false)", Signal) { Last = "Conv1d(7, 3, 1)" },
        new("Conv2d", "Conv2d(8, 7, 3, stride: 2, padding: 1)", Image) { Last = "Conv2d(7, 3, 1)" },
        new("Conv2d", "Conv2d(8, 7, (3, 1), bias: false)", Image) { Last = "Conv2d(7, 3, 1)" },
        new("Conv2d", "Conv2d(8, 7, 3, padding: Padding.Same)", Image) { Last = "Conv2d(7, 3, 1)" },
        new("Conv2d", "Conv2d(8, 7, 3, padding: Padding.Valid, dilation: 2)", Image) { Last = "Conv2d(7, 3, 1)" },
        new("Conv2d, depthwise", "Conv2d(8, 8, 3, padding: 1, groups: 8)", Image),
        new(
            "Conv2d, depthwise, two of each",
            "Conv2d(8, 16, 3, groups: 8)",
            Image) { Last = "Conv2d(16, 3, 1)", Taken = new Taken("last", Each: 2) },
        new("Conv2d, grouped", "Conv2d(8, 6, 3, groups: 2)", Image) { Last = "Conv2d(6, 3, 1)" },
        new("BatchNorm1d", "BatchNorm1d(8)", Features),
        new("BatchNorm1d", "BatchNorm1d(8)", Signal),
        new("BatchNorm2d", "BatchNorm2d(8)", Image),
        new("LayerNorm", "LayerNorm(8)", Features),
        new("GroupNorm", "GroupNorm(2, 8)", Image),
        new("PReLU", "PReLU(8)", Features),
        new("PReLU", "PReLU(1)", Image),
        new("Embedding", "x.mean([1])", Words),
    ];

    private static OperationRow[] Activations() =>
    [
        .. Spelled("ReLU", "ReLU()", "x.relu()", "x.relu_()", "functional.relu(x)"),
        .. Spelled("ReLU6", "ReLU6()", "functional.relu6(x)"),
        .. Spelled("LeakyReLU", "LeakyReLU(0.1)", "functional.leaky_relu(x, 0.1)"),
        .. Spelled("ELU", "ELU(0.7)", "functional.elu(x, 0.7)", "x.elu_(0.7)"),
        .. Spelled("GELU", "GELU()", "x.gelu()", "functional.gelu(x)"),
        .. Spelled("SiLU", "SiLU()", "x.silu()", "functional.silu(x)"),
        .. Spelled("Sigmoid", "Sigmoid()", "x.sigmoid()", "torch.sigmoid(x)", "functional.sigmoid(x)"),
        .. Spelled("Tanh", "Tanh()", "x.tanh()", "torch.tanh(x)", "functional.tanh(x)"),
        .. Spelled("Softplus", "Softplus()", "functional.softplus(x, 2, 10)"),
        .. Spelled("Hardtanh", "Hardtanh(inplace: true)", "functional.hardtanh(x, -0.5, 0.5, true)"),
        .. Spelled("Hardtanh", "Hardtanh()", "functional.hardtanh(x, -0.5, 0.5)", "x.hardtanh(-1, 1)"),
        .. Spelled("Hardsigmoid", "Hardsigmoid()", "functional.hardsigmoid(x)"),
        .. Spelled("Hardswish", "Hardswish()", "functional.hardswish(x)"),
        .. Spelled("Mish", "Mish()", "functional.mish(x)"),
        .. Spelled("Softmax", "Softmax(-1)", "x.softmax(-1)", "torch.softmax(x, 1)", "functional.softmax(x, dim: 1)"),
        .. Spelled("LogSoftmax", "LogSoftmax(-1)", "x.log_softmax(1)", "functional.log_softmax(x, 1)"),
        new("Softmax2d", "Softmax2d()", Image),
        new("Softmax, over places", "functional.softmax(x, dim: 1)", Sequence),
    ];

    private static OperationRow[] WithoutWeights() =>
    [
        new("Dropout", "Dropout(0.3)", Features),
        new("Dropout", "functional.dropout(x, 0.3, training)", Features),
        new("Dropout1d", "Dropout1d(0.3)", Signal),
        new("Dropout2d", "Dropout2d(0.3)", Image),
        new("Dropout2d", "functional.dropout2d(x, 0.3, training)", Image),
        new("AlphaDropout", "AlphaDropout(0.3)", Features),
        new("Identity", "Identity()", Features),
        new("clone", "x.clone()", Features),
        new("Flatten", "Flatten()", Image) { Last = "Linear(288, 3)", Taken = new Taken("last", Each: 36) },
        new("MaxPool1d", "MaxPool1d(2)", Signal),
        new("MaxPool1d", "functional.max_pool1d(x, 3, stride: 2, padding: 1)", Signal),
        new("MaxPool2d", "MaxPool2d(2)", Image),
        new("MaxPool2d", "functional.max_pool2d(x, 3, stride: 1, padding: 1)", Image),
        new("MaxPool2d", "functional.max_pool2d(x, (2, 1))", Image),
        new("AvgPool1d", "AvgPool1d(2)", Signal),
        new("AvgPool1d", "functional.avg_pool1d(x, 2)", Signal),
        new("AvgPool2d", "AvgPool2d(2)", Image),
        new("AvgPool2d", "functional.avg_pool2d(x, 3, stride: 1, padding: 1, count_include_pad: false)", Image),
        new("AdaptiveAvgPool1d", "AdaptiveAvgPool1d(3)", Signal),
        new("AdaptiveAvgPool1d", "functional.adaptive_avg_pool1d(x, 1)", Signal),
        new("AdaptiveAvgPool2d", "AdaptiveAvgPool2d(2)", Image),
        new("AdaptiveAvgPool2d", "functional.adaptive_avg_pool2d(x, (1, 1))", Image),
    ];

    private static OperationRow[] Arithmetic() =>
    [
        .. Spelled("add", "x + x.tanh()", "x.add(x.tanh())", "torch.add(x, x.tanh())", "x.add_(x.tanh())", "x + 0.5", "x.add(0.5)"),
        .. Spelled("sub", "x - x.tanh()", "x.sub(x.tanh())", "torch.sub(x, x.tanh())", "x - 0.5", "1 - x"),
        .. Spelled("mul", "x * x.sigmoid()", "x.mul(x.sigmoid())", "torch.mul(x, x.sigmoid())", "x * 0.5", "2 * x", "x.mul(0.5)"),
        .. Spelled("div", "x / x.exp()", "x / 3"),
        .. Spelled("neg", "-x", "x.neg()", "torch.neg(x)"),
        .. Spelled("abs", "x.abs()", "torch.abs(x)"),
        .. Spelled("exp", "x.exp()", "torch.exp(x)"),
        .. Spelled("log", "x.exp().log()", "torch.log(x.exp())"),
        .. Spelled("sqrt", "x.abs().sqrt()", "torch.sqrt(x.abs())"),
        .. Spelled("rsqrt", "x.exp().rsqrt()", "torch.rsqrt(x.exp())"),
        .. Spelled("square", "x.square()", "torch.square(x)"),
        .. Spelled("reciprocal", "x.exp().reciprocal()"),
        new("add, a residual connection", "x + op.call(x)", Features) { Members = "private readonly Linear op = Linear(8, 8);" },
        new("add, to the model's input", "x + input", Features) { First = "Linear(6, 6)", Last = "Linear(6, 3)" },
        .. Spelled("clamp", "x.clamp(-0.5, 0.5)", "x.clamp_max(0.5)", "torch.clip(x, -0.5, 0.5)"),
        .. Spelled("pow", "x.pow(2)"),
        new("mul, a gate of one number a channel", "x * functional.adaptive_avg_pool2d(x, 1).sigmoid()", Image),
    ];

    private static OperationRow[] Shapes() =>
    [
        new("cat", "torch.cat([x, x.tanh()], 1)", Features) { Last = "Linear(16, 3)", Taken = new Taken("last", Repeats: 2) },
        new("cat", "torch.cat([x, x.tanh()], -1)", Features) { Last = "Linear(16, 3)", Taken = new Taken("last", Repeats: 2) },
        new("cat", "torch.cat(new[] { x, input }, -1)", Features) { Last = "Linear(14, 3)" },
        new(
            "cat",
            "torch.concat([op.call(input), x], dim: 1)",
            Image)
            {
                Members = "private readonly Conv2d op = Conv2d(3, 5, 1);",
                Last = "Conv2d(13, 3, 1)",
                Taken = new Taken("last", Offset: 5)
            },
        new("chunk", "x.chunk(2, 1)[0]", Features) { Last = "Linear(4, 3)" },
        new("chunk", "torch.chunk(x, 2, dim: 1)[1]", Image) { Last = "Conv2d(4, 3, 1)" },
        new("split", "x.split(4, 1)[0]", Features) { Last = "Linear(4, 3)" },
        new("chunk", "x.chunk(2, -1)[0]", Features) { Last = "Linear(4, 3)" },
        new("split", "torch.split(x, [3L, 5L], 1)[1]", Features) { Last = "Linear(5, 3)" },
        new("slice, of neurons", "x.slice(1, 2, 6, 1)", Features) { Last = "Linear(4, 3)" },
        new("slice, of places", "x.slice(2, 2, 10, 2)", Signal),
        new("narrow, of places", "x.narrow(2, 1, 4)", Signal),
        new("index, of places", "x[.., .., 3]", Signal) { Last = "Linear(8, 3)" },
        new("select, of places", "x.select(1, 0)", Sequence),
        new("flatten", "x.flatten(1)", Image) { Last = "Linear(288, 3)", Taken = new Taken("last", Each: 36) },
        new("flatten", "torch.flatten(x, 1)", Image) { Last = "Linear(288, 3)", Taken = new Taken("last", Each: 36) },
        new("flatten, places alone", "x.flatten(2).transpose(1, 2)", Image) { Last = "Linear(8, 3)" },
        new("view", "x.view(x.shape[0], -1)", Image) { Last = "Linear(288, 3)", Taken = new Taken("last", Each: 36) },
        new("view", "x.view(-1, 288)", Image) { Last = "Linear(288, 3)" },
        new("reshape", "x.reshape(x.size(0), -1)", Image) { Last = "Linear(288, 3)", Taken = new Taken("last", Each: 36) },
        new("reshape", "torch.reshape(x, x.shape[0], -1)", Image) { Last = "Linear(288, 3)", Taken = new Taken("last", Each: 36) },
        new("transpose", "x.transpose(1, 2)", Signal) { Last = "Linear(8, 3)" },
        new("transpose", "torch.transpose(x, -1, -2)", Signal) { Last = "Linear(8, 3)" },
        new("permute", "x.permute(0, 2, 3, 1)", Image) { Last = "Linear(8, 3)" },
        new("permute", "torch.permute(x, 0, 2, 3, 1)", Image) { Last = "Linear(8, 3)" },
        new("unsqueeze", "x.unsqueeze(-1)", Signal) { Last = "Conv2d(8, 3, 1)" },
        new("squeeze", "functional.adaptive_avg_pool2d(x, 1).squeeze(3).squeeze(2)", Image) { Last = "Linear(8, 3)" },
        new("contiguous", "x.transpose(1, 2).contiguous()", Signal) { Last = "Linear(8, 3)" },
    ];

    private static OperationRow[] Products() =>
    [
        new("mean", "x.mean([2, 3])", Image) { Last = "Linear(8, 3)" },
        new("mean", "torch.mean(x, [1])", Sequence),
        new("mean", "x.mean([-2])", Sequence),
        new("sum", "x.sum(1)", Sequence),
        new("sum", "torch.sum(x, -2)", Sequence),
        new("sum", "torch.sum(x, [-1, -2])", Image) { Last = "Linear(8, 3)" },
        new("amax", "x.amax(2, 3)", Image) { Last = "Linear(8, 3)" },
        new("amax, keeping the dimension", "x.amax([-1, -2], keepdim: true)", Image),
        new("mean, across the neurons", "x * x.mean([-1], keepdim: true)", Sequence),
        new("matmul", "x.matmul(x.transpose(1, 2))", Sequence) { Last = "Linear(5, 3)" },
        new("matmul", "torch.matmul(x.transpose(1, 2), x).sum(1)", Sequence),
        new("bmm", "x.transpose(1, 2).bmm(x)", Sequence),
        new("scaled_dot_product_attention", "functional.scaled_dot_product_attention(input, input, x)", Sequence),
        new("scaled_dot_product_attention, causal", "functional.scaled_dot_product_attention(input, input, x, is_casual: true)", Sequence),
        new(
            "scaled_dot_product_attention, queries and keys",
            "functional.scaled_dot_product_attention(x, x, input)",
            Sequence) { Last = "Linear(6, 3)" },
    ];

    private static OperationRow[] Structure() =>
    [
        new("Sequential", "Sequential(ReLU(), Linear(8, 7))", Features) { Last = "Linear(7, 3)" },
        new(
            "Sequential, named and nested",
            """Sequential(("a", Sequential(Linear(8, 7), ReLU())), ("b", Tanh()))""",
            Features) { Last = "Linear(7, 3)" },
        new("ModuleList, walked", "Walk(x)", Features)
        {
            Members = """
                private readonly ModuleList<Linear> list = ModuleList(Linear(8, 7), Linear(7, 6));

                private Tensor Walk(Tensor y)
                {
                    foreach (var layer in list)
                    {
                        y = layer.call(y).relu();
                    }

                    return y;
                }
                """,
            Last = "Linear(6, 3)",
        },
        new(
            "ModuleList, by index",
            "list[1].call(list[0].call(x))",
            Features)
            {
                Members = "private readonly ModuleList<Linear> list = ModuleList(Linear(8, 7), Linear(7, 6));",
                Last = "Linear(6, 3)"
            },
        new("a method of the class", "Twice(x)", Features) { Members = "private static Tensor Twice(Tensor y) => y + y.tanh();" },
        new("a class of one's own", "block.call(x)", Features)
        {
            Members = """
                private readonly Block block = new(8);

                private sealed class Block : Module<Tensor, Tensor>
                {
                    private readonly Linear inside;

                    public Block(int width) : base(nameof(Block))
                    {
                        inside = Linear(width, width);
                        RegisterComponents();
                    }

                    public override Tensor forward(Tensor y) => y + inside.call(y).relu();
                }
                """,
        },
        new(
            "a constant condition",
            "Deep ? op.call(x) : x",
            Features) { Members = "private const bool Deep = true;\nprivate readonly Linear op = Linear(8, 8);" },
        new("a tuple", "Both(x).Item2", Features) { Members = "private static (Tensor, Tensor) Both(Tensor y) => (y, y.relu());" },
        new("a dispose scope", "Scoped(x)", Features)
        {
            Members = """
                private static Tensor Scoped(Tensor y)
                {
                    using var scope = NewDisposeScope();
                    return y.relu().MoveToOuterDisposeScope();
                }
                """,
        },
    ];

    private static IEnumerable<OperationRow> Spelled(string name, params string[] spellings)
        => spellings.Select(spelling => new OperationRow(name, spelling, Features));
}
