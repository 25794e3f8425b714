using System.Text.RegularExpressions;
using static DtcGen.Generators.Tests.Operations.Surroundings;

namespace DtcGen.Generators.Tests.Operations;

// What the generator does not read, and a recording follows or refuses.
internal static partial class OperationRows
{
    private static IEnumerable<(string Section, IReadOnlyList<OperationRow> Rows)> RecordedSections() =>
    [
        ("Recorded: sequences and attention", Sequences()),
        ("Recorded: layers", RecordedLayers()),
        ("Recorded: writing into a tensor", Writing()),
        ("Recorded: functions", Functions()),
        ("Recorded: shapes", RecordedShapes()),
        ("Recorded: refused", RefusedRows()),
    ];

    private static OperationRow[] Sequences() =>
    [
        Recorded("LSTM", "op.call(x).Item1", Sequence, "LSTM op = LSTM(8, 8, numLayers: 2, batchFirst: true)"),
        Recorded(
            "LSTM, both ways",
            "op.call(x).Item1",
            Sequence,
            "LSTM op = LSTM(8, 8, batchFirst: true, bidirectional: true)",
            "Linear(16, 3)"),
        Recorded("GRU", "op.call(x.transpose(0, 1)).Item2[0]", Sequence, "GRU op = GRU(8, 8)"),
        Recorded("RNN", "op.call(x).Item1", Sequence, "RNN op = RNN(8, 8, nonLinearity: NonLinearities.ReLU, batchFirst: true)"),
        Recorded("LSTMCell", "op.call(x[.., 0], (x[.., 1], x[.., 2])).Item1", Sequence, "LSTMCell op = LSTMCell(8, 8)"),
        Recorded("GRUCell", "op.call(x[.., 0], x[.., 1])", Sequence, "GRUCell op = GRUCell(8, 8)"),
        Recorded("RNNCell", "op.call(x[.., 0], x[.., 1])", Sequence, "RNNCell op = RNNCell(8, 8)"),
        Recorded("MultiheadAttention", "op.call(x, x, x).Item1", Sequence, "MultiheadAttention op = MultiheadAttention(8, 2)"),
        Recorded("TransformerEncoderLayer", "op.call(x)", Sequence, "TransformerEncoderLayer op = TransformerEncoderLayer(8, 2, 12)"),
        Recorded(
            "TransformerEncoder",
            "op.call(x)",
            Sequence,
            "TransformerEncoder op = TransformerEncoder(TransformerEncoderLayer(8, 2, 12), 2)"),
        Recorded("TransformerDecoderLayer", "op.call(x, x)", Sequence, "TransformerDecoderLayer op = TransformerDecoderLayer(8, 2, 12)"),
        Recorded(
            "TransformerDecoder",
            "op.call(x, x)",
            Sequence,
            "TransformerDecoder op = TransformerDecoder(TransformerDecoderLayer(8, 2, 12), 2)"),
        Recorded("Transformer", "op.call(x, x)", Sequence, "Transformer op = Transformer(8, 2, 1, 1, 12)"),
        Recorded(
            "scaled_dot_product_attention, with a mask",
            "functional.scaled_dot_product_attention(input, input, x, mask)",
            Sequence,
            "Tensor mask = torch.ones(5, 5).tril()"),
    ];

    private static OperationRow[] RecordedLayers() =>
    [
        Recorded("Conv3d", "op.call(x.unsqueeze(2)).squeeze(2)", Image, "Conv3d op = Conv3d(8, 8, (1, 3, 3))"),
        Recorded("ConvTranspose2d", "op.call(x)", Image, "ConvTranspose2d op = ConvTranspose2d(8, 8, 2, stride: 2)"),
        Recorded("InstanceNorm2d", "op.call(x)", Image, "InstanceNorm2d op = InstanceNorm2d(8)"),
        Recorded("MaxPool3d", "op.call(x.unsqueeze(2)).squeeze(2)", Image, "MaxPool3d op = MaxPool3d((1, 2, 2))"),
        Recorded("AvgPool3d", "op.call(x.unsqueeze(2)).squeeze(2)", Image, "AvgPool3d op = AvgPool3d((1, 2, 2))"),
        Recorded("AdaptiveMaxPool1d", "op.call(x)", Signal, "AdaptiveMaxPool1d op = AdaptiveMaxPool1d(5)"),
        Recorded("AdaptiveMaxPool2d", "op.call(x)", Image, "AdaptiveMaxPool2d op = AdaptiveMaxPool2d(new long[] { 4, 1 })"),
        Recorded(
            "AdaptiveAvgPool3d",
            "op.call(x.unsqueeze(2)).squeeze(2)",
            Image,
            "AdaptiveAvgPool3d op = AdaptiveAvgPool3d(new long[] { 1, 4, 3 })"),
        Recorded("LPPool2d", "op.call(x)", Image, "LPPool2d op = LPPool2d(2, 2)"),
        Recorded("LocalResponseNorm", "op.call(x)", Image, "LocalResponseNorm op = LocalResponseNorm(3)"),
        Recorded("EmbeddingBag", "x.mean([1]) + op.call(input)", Words, "EmbeddingBag op = EmbeddingBag(11, 8)"),
        Recorded("Bilinear", "op.call(x, x)", Features, "Bilinear op = Bilinear(8, 8, 8)"),
        Recorded("Upsample", "op.call(x)", Image, "Upsample op = Upsample(scale_factor: new double[] { 2, 2 })"),
        Recorded("PixelShuffle", "op.call(x)", Image, "PixelShuffle op = PixelShuffle(2)", "Conv2d(2, 3, 1)"),
        Recorded("PixelUnshuffle", "op.call(x)", Image, "PixelUnshuffle op = PixelUnshuffle(2)", "Conv2d(32, 3, 1)") with
        {
            Taken = new Taken("last", Each: 4),
        },
        Recorded("ChannelShuffle", "op.call(x)", Image, "ChannelShuffle op = ChannelShuffle(2)") with
        {
            Taken = new Taken("last", Each: 2),
        },
        Recorded("ZeroPad2d", "op.call(x)", Image, "ZeroPad2d op = ZeroPad2d(1)"),
        Recorded("ReflectionPad2d", "op.call(x)", Image, "ReflectionPad2d op = ReflectionPad2d(1)"),
        Recorded("ReplicationPad1d", "op.call(x)", Signal, "ReplicationPad1d op = ReplicationPad1d(1)"),
        Recorded("GLU", "op.call(x)", Features, "GLU op = GLU()", "Linear(4, 3)"),
        Recorded("Softmin", "op.call(x)", Sequence, "Softmin op = Softmin(1)"),
        Recorded("Hardshrink", "op.call(x)", Features, "Hardshrink op = Hardshrink()"),
        Recorded("Softshrink", "op.call(x)", Features, "Softshrink op = Softshrink()"),
        Recorded("Tanhshrink", "op.call(x)", Features, "Tanhshrink op = Tanhshrink()"),
        Recorded("Threshold", "op.call(x)", Features, "Threshold op = Threshold(0.1, 20)"),
        Recorded("RReLU", "op.call(x)", Features, "RReLU op = RReLU()"),
        Recorded("CosineSimilarity", "x * op.call(x, x + 1).unsqueeze(1)", Features, "CosineSimilarity op = CosineSimilarity()"),
        Recorded("PairwiseDistance", "x * op.call(x, x + 1).unsqueeze(1)", Features, "PairwiseDistance op = PairwiseDistance()"),
        Recorded("Unfold", "op.call(x).unsqueeze(3)", Image, "Unfold op = Unfold(2)", "Conv2d(32, 3, 1)") with
        {
            Taken = new Taken("last", Each: 4),
        },
        Recorded("Fold", "op.call(x.flatten(2))", Image, "Fold op = Fold((7, 7), (2, 2))", "Conv2d(2, 3, 1)"),
    ];

    private static OperationRow[] Writing() =>
    [
        Written("x[.., 0] = 0", Features),
        Written("x[.., .., 0] = x[.., .., 1]", Image),
        Written("x[.., .., 1..3, ^1] += 0.5", Image),
        Written("x[x > 0.5] = 0.25", Features),
        Written("x[.., TensorIndex.Tensor(torch.tensor(new long[] { 1, 0 }))] = x[.., 2..4] * 2", Sequence),
        Written("x.narrow(1, 0, 2).zero_()", Sequence),
        Written("x.select(1, 0).copy_(x.select(1, 1))", Sequence),
        Written("x.transpose(1, 2).select(2, 3).fill_(0.5)", Sequence),
        Written("x.narrow(1, 1, 3).masked_fill_(x.narrow(1, 1, 3) < 0, 2)", Sequence),
        Written("x.narrow(1, 1, 3).relu_()", Sequence),
        Written("x.index_fill_(1, torch.tensor(new long[] { 3 }), 0.5)", Sequence),
        Recorded("index_add", "x.index_add(1, torch.tensor(new long[] { 3, 3 }), x[.., ..2], 1)", Sequence),
        Recorded("scatter", "x.scatter(1, x.argmax(1, true), x.amax([1], true))", Sequence),
    ];

    private static OperationRow[] Functions() =>
    [
        .. new[]
        {
            "x.sin()", "x.erf()", "x.log1p().nan_to_num(0)", "x.trunc()", "x.pow(3)", "x.clamp(-0.5, 0.5)", "x % 0.3", "x.lerp(x * 2, x)",
            "torch.addcmul(x, x, x, 0.5)", "torch.where(x > 0, x, x * 2)", "x.masked_fill(x < 0, 1)",
            "x.to(ScalarType.Float64).to(ScalarType.Float32)",
            "torch.maximum(x, -x)",
        }.Select(static spelling => Recorded(Named(spelling), spelling, Features)),
        .. new[]
        {
            "x.cumsum(1)", "x.max(1).values", "x.min(1).values", "x.var(1)", "x.std(1)", "x.norm(1, false, 2)", "x.prod(1)",
            "x.logsumexp(1)",
            "x * (x > 0).sum(1, true)", "functional.normalize(x, 2, 1)", "x.topk(2, 1).values", "x.sort(1).Values",
            "x.argmax(1) * x[.., 0]",
        }.Select(static spelling => Recorded(Named(spelling), spelling, Sequence)),
        Recorded("matmul with a vector", "x * x.matmul(v).unsqueeze(1)", Features, "Tensor v = torch.ones(8)"),
        Recorded("einsum", "torch.einsum(\"bij,bkj->bik\", x, x)", Sequence, null, "Linear(5, 3)"),
        Recorded("addmm", "torch.addmm(x, x, w, 1, 0.5f)", Features, "Tensor w = torch.ones(8, 8)"),
        Recorded("outer", "x * torch.outer(v, v)[0]", Features, "Tensor v = torch.ones(8)"),
        Recorded("one_hot", "x + functional.one_hot(x.argmax(1), 8).to(ScalarType.Float32)", Features),
        Recorded("linear, its weight the model's own", "functional.linear(x, w)", Features, "Parameter w = Parameter(torch.ones(8, 8))"),
        Recorded(
            "conv2d, its weight the model's own", "functional.conv2d(x, w)", Image, "Parameter w = Parameter(torch.ones(8, 8, 3, 3))"),
        Recorded("batch_norm", "functional.batch_norm(x, m, v)", Image, "Tensor m = torch.zeros(8), v = torch.ones(8)"),
        Recorded("group_norm", "functional.group_norm(x, 2)", Image),
    ];

    private static OperationRow[] RecordedShapes() =>
    [
        .. new[]
        {
            "x.flip(2)", "x.roll(1, 3)", "x.repeat(1, 1, 2, 1)", "x.repeat_interleave(2, 3)", "x.unfold(3, 2, 2).flatten(3)",
            "functional.pad(x, new long[] { 1, 2 })", "functional.pad(x, new long[] { 1, 2, 1, 1 }, PaddingModes.Circular)",
            "functional.interpolate(x, scale_factor: new double[] { 2, 2 })",
            "functional.interpolate(x, new long[] { 9, 4 }, mode: InterpolationMode.Area)", "x.unbind(3)[1].unsqueeze(3)",
            "torch.stack(new[] { x.mean([3]), x.amax(3) }, 3)", "x.tensor_split(2, 3)[0]", "torch.movedim(x, 3, 2)",
            "x[.., .., TensorIndex.Tensor(torch.tensor(new long[] { 4, 0 }))]", "torch.diagonal(x, 0, 2, 3).unsqueeze(3)", "x.tril()",
        }.Select(static spelling => Recorded(Named(spelling), spelling, Image)),
        Recorded("repeat, of neurons", "x.repeat(1, 2)", Features, null, "Linear(16, 3)") with { Taken = new Taken("last", Repeats: 2) },
    ];

    private static OperationRow[] RefusedRows() =>
    [
        Recorded("FractionalMaxPool2d", "op.call(x)", Image, "FractionalMaxPool2d op = FractionalMaxPool2d(2, 3)"),
        Recorded("masked_select", "x * x.masked_select(x > 0).sum()", Features),
        Recorded("a mask as an index", "x * x[x > 0].sum()", Features),
        Recorded("cumprod", "x.cumprod(1)", Sequence),
        Recorded("median", "x * x.median()", Features),
    ];

    private static OperationRow Recorded(string name, string spelling, Surroundings around, string? field = null, string? last = null)
        => new(name, spelling, around)
        {
            IsRecorded = true,
            Last = last,
            Members = field is null ? string.Empty : $"private readonly {field};",
        };

    // The first function of a spelling.
    private static string Named(string spelling)
        => spelling.StartsWith("x[", StringComparison.Ordinal) ? "index"
            : Regex.Match(spelling, @"\b(?:x|functional|torch)\.(\w+)(?=\()") is { Success: true } called ? called.Groups[1].Value
            : spelling.Contains("sum(", StringComparison.Ordinal) ? "sum, of a mask"
            : "remainder";

    private static OperationRow Written(string statement, Surroundings around)
        => new("write", statement, around) { IsRecorded = true, IsStatement = true };
}
