namespace DtcGen.Generators.Tests;

/// <summary>What cannot be read is reported at the very expression, with what to write instead.</summary>
public sealed class AdviceTests
{
    [Theory]
    [InlineData(
        "functional.linear(h, fc2.weight, fc2.bias)",
        "functional.linear(h, fc2.weight, fc2.bias)",
        "a layer Linear in a field, called here")]
    [InlineData("functional.layer_norm(h, [8])", "functional.layer_norm(h, [8])", "a layer LayerNorm in a field")]
    [InlineData("functional.prelu(h, slopes)", "functional.prelu(h, slopes)", "a layer PReLU in a field")]
    [InlineData("h.chunk(h.shape[1], 1)[0]", "h.shape[1]", "a number of parts that is known at compile time")]
    [InlineData("h.chunk(2, 1)[2]", "2", "an index from 0 to 1")]
    [InlineData("h.split(4, 1)[^1]", "^1", "an index counted from the start")]
    [InlineData("h.split([4, h.shape[1]], 1)[0]", "[4, h.shape[1]]", "the parts' sizes as numbers")]
    [InlineData("h.narrow(h.shape[0], 0, 1)", "h.shape[0]", "dimensions that are known at compile time")]
    [InlineData("h[slopes]", "slopes", "numbers, ranges, TensorIndex.Colon")]
    [InlineData("h[TensorIndex.Ellipsis, TensorIndex.Ellipsis]", "h[TensorIndex.Ellipsis, TensorIndex.Ellipsis]", "one ellipsis at most")]
    [InlineData("h.clamp(slopes, slopes)", "slopes", "a number")]
    [InlineData("block.call(h)", "own", "a parameter or buffer of the model's own class")]
    public void ItSaysWhatToWrite(string expression, string at, string says)
        => Generated.Run(ModelSource.Insisting(ModelSource.Of(
            $$"""
            private readonly Linear fc1 = Linear(6, 8);
            private readonly Linear fc2 = Linear(8, 8);
            private readonly Linear fc3 = Linear(8, 3);
            private readonly Parameter slopes = Parameter(ones(8));
            private readonly Block block = new();

            public override Tensor forward(Tensor x)
            {
                var h = fc1.call(x);
                return fc3.call({{expression}});
            }
            """,
            others: """
            public sealed class Block : Module<Tensor, Tensor>
            {
                private readonly Parameter own = Parameter(ones(8));
                public Block() : base("Block") => RegisterComponents();
                public override Tensor forward(Tensor x) => x * own;
            }
            """))).AssertReports(("DTC004", at, says));
}
