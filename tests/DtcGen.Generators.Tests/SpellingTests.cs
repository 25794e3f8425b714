namespace DtcGen.Generators.Tests;

/// <summary>Each operation in its functional, torch-static and Tensor-method spelling, and by operators: all read the same.</summary>
public sealed class SpellingTests
{
    /// <summary>Expressions of h, of shape (batch, 6, height, width), that say the same.</summary>
    public static TheoryData<string[]> Spellings => new(
        ["functional.relu(h)", "torch.nn.functional.relu(h)", "h.relu()", "h.relu_()", "functional.relu(h, inplace: true)"],
        ["functional.gelu(h)", "h.gelu()"],
        ["functional.silu(h)", "h.silu()"],
        ["functional.sigmoid(h)", "torch.sigmoid(h)", "h.sigmoid()"],
        ["functional.tanh(h)", "torch.tanh(h)", "h.tanh()"],
        ["functional.softmax(h, 1)", "torch.softmax(h, 1)", "h.softmax(1)", "h.softmax(dim: 1)"],
        ["functional.log_softmax(h, -1)", "h.log_softmax(-1)"],
        ["h + h", "h.add(h)", "torch.add(h, h)", "h.add_(h)"],
        ["h - 1", "h.sub(1)", "torch.sub(h, 1)"],
        ["h * 0.5", "h.mul(0.5)", "torch.mul(h, 0.5)", "h * (1.0 / 2)"],
        ["h / 2", "h.div(2)", "torch.div(h, 2)"],
        ["torch.maximum(h, h)", "h.maximum(h)"],
        ["torch.minimum(h, h)", "h.minimum(h)"],
        ["-h", "h.neg()", "torch.neg(h)"],
        ["h.abs()", "torch.abs(h)"],
        ["h.exp()", "torch.exp(h)"],
        ["h.log()", "torch.log(h)"],
        ["h.sqrt()", "torch.sqrt(h)"],
        ["h.rsqrt()", "torch.rsqrt(h)"],
        ["h.square()", "torch.square(h)"],
        ["h.clamp(0, 6)", "torch.clamp(h, 0, 6)", "h.clamp(max: 6, min: 0)"],
        ["h.pow(2)", "torch.pow(h, 2)"],
        ["h.flatten(2)", "torch.flatten(h, 2)", "h.flatten(start_dim: 2)"],
        [
            "h.reshape(h.shape[0], 6, -1)", "torch.reshape(h, h.shape[0], 6, -1)", "h.reshape(h.size(0), 6, -1)",
            "h.reshape(new long[] { h.shape[0], 6, -1 })"
        ],
        ["h.transpose(2, 3)", "torch.transpose(h, 2, 3)"],
        ["h.permute(0, 1, 3, 2)", "torch.permute(h, 0, 1, 3, 2)", "h.permute(new long[] { 0, 1, 3, 2 })"],
        ["h.unsqueeze(4).squeeze(4)", "torch.squeeze(torch.unsqueeze(h, 4), 4)"],
        ["h.mean([2, 3])", "torch.mean(h, [2, 3])", "h.mean(new long[] { 2, 3 })"],
        ["h.sum([2, 3])", "torch.sum(h, [2, 3])", "h.sum(2, 3)"],
        ["h.amax(2, 3)", "torch.amax(h, [2, 3])", "h.amax([2L, 3L])"],
        ["h.matmul(h.transpose(2, 3))", "torch.matmul(h, h.transpose(2, 3))"],
        ["torch.cat([h, h], 1)", "torch.concat([h, h], 1)", "torch.cat(new[] { h, h }, dim: 1)"],
        ["h.chunk(2, 1)[0]", "torch.chunk(h, 2, 1)[0]", "h.chunk(dim: 1, chunks: 2)[^2]"],
        ["h.split([2, 4], 1)[1]", "torch.split(h, [2, 4], 1)[1]", "h.split(new long[] { 2, 4 }, 1)[^1]"],
        [
            "h.slice(1, 0, 4, 1)", "h[.., ..4]", "h[TensorIndex.Colon, TensorIndex.Slice(0, 4)]", "h[TensorIndex.Slice(), 0..4]",
            "h.split(4, 1)[0]"
        ],
        ["h.slice(-1, 1, -1, 1)", "h[TensorIndex.Ellipsis, 1..^1]", "h[TensorIndex.Ellipsis, TensorIndex.Slice(1, -1)]"],
        ["h.select(2, 0)", "h[.., .., 0]", "h[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Single(0)]"],
        ["h.select(-1, -1)", "h[TensorIndex.Ellipsis, ^1]"],
        ["h.unsqueeze(1)", "h[.., TensorIndex.None]", "h[TensorIndex.Colon, TensorIndex.Null, TensorIndex.Ellipsis]"],
        [
            "h", "functional.dropout(h, 0.5, training)", "functional.dropout1d(h, 0.5, training)", "functional.dropout2d(h, 0.5, training)",
            "h.contiguous()", "h[TensorIndex.Ellipsis]"
        ],
        ["functional.max_pool2d(h, 2)", "functional.max_pool2d(h, (2, 2))", "functional.max_pool2d(h, new long[] { 2, 2 })"],
        ["functional.adaptive_avg_pool2d(h, 2)", "functional.adaptive_avg_pool2d(h, (2, 2))", "functional.adaptive_avg_pool2d(h, [2, 2])"],
        ["HelperStatic(h, 2)", "Helper(h)", "h * 2"]);

    [Theory]
    [MemberData(nameof(Spellings))]
    public void AllSpellingsReadTheSame(string[] spellings)
    {
        var first = Text(spellings[0]);
        Assert.All(spellings, spelling => Assert.Equal(first, Text(spelling)));
    }

    [Theory]
    [InlineData("Dropout()")]
    [InlineData("Dropout1d(0.2)")]
    [InlineData("Dropout2d(0.2)")]
    [InlineData("Identity()")]
    public void LayersThatVanishInEvaluationModeArePassed(string layer)
        => Assert.Equal(Text("h"), Text("passed.call(h)", $"private readonly Module<Tensor, Tensor> passed = {layer};"));

    [Fact]
    public void AListIsWalkedOrIndexed()
    {
        const string Field =
            "private readonly ModuleList<Module<Tensor, Tensor>> list = ModuleList<Module<Tensor, Tensor>>(Conv2d(6, 6, 1), ReLU(), Conv2d(6, 6, 1));";
        Assert.Equal(Text("list[2].call(list[1].call(list[0].call(h)))", Field), Text("Walk(h)", Field + """

            private Tensor Walk(Tensor x)
            {
                foreach (var item in list)
                {
                    x = item.call(x);
                }

                return x;
            }
            """));
    }

    private static string Text(string expression, string field = "") => Generated.From(ModelSource.Of($$"""
        private readonly Conv2d first = Conv2d(3, 4, 3, padding: 1);
        private readonly Conv2d second = Conv2d(4, 6, 3, padding: 1);
        {{field}}

        public override Tensor forward(Tensor x)
        {
            var h = second.call(first.call(x));
            return {{expression}};
        }

        private Tensor Helper(Tensor x) => HelperStatic(x, 2);

        private static Tensor HelperStatic(Tensor x, int factor) => x * factor;
        """)).Sources.Single().Text;
}
