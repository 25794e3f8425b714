namespace DtcGen.Generators.Tests.Harness;

/// <summary>The fully connected networks that several tests run.</summary>
internal static class Networks
{
    /// <summary>A chain of layers with an activation after each but the last.</summary>
    /// <param name="hidden">How many hidden layers.</param>
    /// <param name="bias">Whether layers have a bias.</param>
    /// <param name="activation">A function of torch.nn.functional; sigmoid does not vanish at 0, relu does.</param>
    /// <param name="widest">The neurons of the first hidden layer; each next has one fewer.</param>
    public static string Chain(int hidden, bool bias, string activation = "relu", int widest = 8)
    {
        var sizes = new[] { 6 }.Concat(Enumerable.Range(0, hidden).Select(i => widest - i)).Append(3).ToArray();
        var fields = Enumerable.Range(1, hidden + 1)
            .Select(i => $"private readonly Linear fc{i} = Linear({sizes[i - 1]}, {sizes[i]}, hasBias: {(bias ? "true" : "false")});");
        var layers = Enumerable.Range(1, hidden).Select(i => $"    x = functional.{activation}(fc{i}.call(x));");
        return ModelSource.Of($$"""
            {{string.Join('\n', fields)}}

            public override Tensor forward(Tensor x)
            {
            {{string.Join('\n', layers)}}
                return fc{{hidden + 1}}.call(x);
            }
            """);
    }

    /// <summary>Two residual connections around the same neurons.</summary>
    /// <param name="bias">Whether layers have a bias.</param>
    public static string Residual(bool bias) => ModelSource.Of($$"""
        private readonly Linear enter = Linear(6, 8, hasBias: {{(bias ? "true" : "false")}});
        private readonly Linear first = Linear(8, 8, hasBias: {{(bias ? "true" : "false")}});
        private readonly Linear up = Linear(8, 5, hasBias: {{(bias ? "true" : "false")}});
        private readonly Linear down = Linear(5, 8, hasBias: {{(bias ? "true" : "false")}});
        private readonly Linear leave = Linear(8, 3, hasBias: {{(bias ? "true" : "false")}});

        public override Tensor forward(Tensor x)
        {
            var h = functional.gelu(enter.call(x));
            h = h + functional.silu(first.call(h));
            var wide = functional.tanh(up.call(h));
            return leave.call(h.add(down.call(wide)));
        }
        """);

    /// <summary>Layers inside a Sequential, named and not, nested.</summary>
    public static string InSequential() => ModelSource.Of("""
        private readonly Sequential encoder = Sequential(
            ("wide", Linear(6, 8)),
            ("act", LeakyReLU(0.1)),
            ("inner", Sequential(Dropout(0.3), Linear(8, 7), Sigmoid())));
        private readonly Module<Tensor, Tensor> head = Sequential(Linear(7, 5), Tanh(), Linear(5, 3));

        public override Tensor forward(Tensor x) => head.call(encoder.call(x));
        """);

    /// <summary>Layers in the private fields of a block class, which is used twice around a residual connection.</summary>
    public static string InBlocks() => ModelSource.Of(
        """
        private readonly Linear enter = Linear(6, 8);
        private readonly Block first = new(8, 5);
        private readonly Block second = new(8, 4);
        private readonly Linear leave = Linear(8, 3);

        public override Tensor forward(Tensor x) => leave.call(second.call(first.call(enter.call(x))));
        """,
        others: """
            public sealed class Block : Module<Tensor, Tensor>
            {
                private readonly Linear wide;
                private readonly Linear narrow;
                private readonly Module<Tensor, Tensor> act = GELU();

                public Block(int width, int hidden) : base(nameof(Block))
                {
                    wide = Linear(width, hidden);
                    narrow = Linear(hidden, width);
                    RegisterComponents();
                }

                public override Tensor forward(Tensor x) => x + narrow.call(act.call(wide.call(x)));
            }
            """);
}
