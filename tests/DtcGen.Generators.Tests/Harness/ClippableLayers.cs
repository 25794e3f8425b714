namespace DtcGen.Generators.Tests.Harness;

/// <summary>Every layer that a clip can make smaller, each in a small network, and every way to hold one.</summary>
internal static class ClippableLayers
{
    public static IReadOnlyDictionary<string, ClippableLayer> All { get; } = new Dictionary<string, ClippableLayer>(StringComparer.Ordinal)
    {
        ["Linear"] = new([6], """
            private readonly Linear first = Linear(6, 8);
            private readonly Linear second = Linear(8, 7, hasBias: false);
            private readonly Linear last = Linear(7, 3);

            public override Tensor forward(Tensor x) => last.call(second.call(first.call(x).tanh()).tanh());
            """),
        ["Conv1d"] = new([2, 12], """
            private readonly Conv1d first = Conv1d(2, 8, 3, stride: 2);
            private readonly Conv1d last = Conv1d(8, 3, 3, Padding.Same);

            public override Tensor forward(Tensor x) => last.call(first.call(x).tanh());
            """),
        ["Conv2d"] = new([2, 6, 6], """
            private readonly Conv2d first = Conv2d(2, 8, (3, 1), padding: (1, 0));
            private readonly Conv2d grouped = Conv2d(8, 6, 3, groups: 2, bias: false);
            private readonly Conv2d last = Conv2d(6, 3, 1);

            public override Tensor forward(Tensor x) => last.call(grouped.call(first.call(x).tanh()).tanh());
            """),
        ["Depthwise Conv2d"] = new([2, 6, 6], """
            private readonly Conv2d first = Conv2d(2, 5, 3);
            private readonly Conv2d depth = Conv2d(5, 10, 3, groups: 5);
            private readonly Conv2d last = Conv2d(10, 3, 1);

            public override Tensor forward(Tensor x) => last.call(depth.call(first.call(x)).tanh());
            """),
        ["BatchNorm1d"] = new([6], """
            private readonly Linear first = Linear(6, 8, hasBias: false);
            private readonly BatchNorm1d norm = BatchNorm1d(8);
            private readonly BatchNorm1d plain = BatchNorm1d(8, affine: false);
            private readonly BatchNorm1d bare = BatchNorm1d(8, affine: false, track_running_stats: false);
            private readonly Linear last = Linear(8, 3);

            public override Tensor forward(Tensor x) => last.call(bare.call(plain.call(norm.call(first.call(x)).sigmoid()).exp()));
            """),
        ["BatchNorm2d"] = new([2, 6, 6], """
            private readonly Conv2d first = Conv2d(2, 8, 3, bias: false);
            private readonly BatchNorm2d norm = BatchNorm2d(8, momentum: 0.3);
            private readonly Conv2d last = Conv2d(8, 3, 1);

            public override Tensor forward(Tensor x) => last.call(norm.call(first.call(x)).tanh());
            """),
        ["PReLU"] = new([6], """
            private readonly Linear first = Linear(6, 8);
            private readonly PReLU act = PReLU(8);
            private readonly PReLU one = PReLU(1);
            private readonly Linear last = Linear(8, 3);

            public override Tensor forward(Tensor x) => last.call(one.call(act.call(first.call(x))));
            """),
        ["Embedding"] = new([5], """
            private readonly Embedding words = Embedding(11, 8);
            private readonly Linear last = Linear(8, 3);

            public override Tensor forward(Tensor x) => last.call(words.call(x).mean([1]));
            """)
        {
            Words = 11,
        },
        ["In containers"] = new([2, 6, 6], """
            private readonly Sequential body = Sequential(("wide", Conv2d(2, 8, 3, bias: false)), ("norm", BatchNorm2d(8)), ("inner", Sequential(Tanh(), Conv2d(8, 6, 1))));
            private readonly ModuleList<Conv2d> list = ModuleList(Conv2d(6, 5, 1), Conv2d(5, 4, 1));
            private readonly Module<Tensor, Tensor> last = Conv2d(4, 3, 1);

            public override Tensor forward(Tensor x) => last.call(list[1].call(list[0].call(body.call(x).tanh()).tanh()).tanh());
            """),
        ["In blocks"] = new([2, 6, 6], """
            private readonly Block block = new();
            private readonly Conv2d last = Conv2d(8, 3, 1);

            public override Tensor forward(Tensor x) => last.call(block.call(x));
            """)
        {
            Others = """
                public sealed class Block : Module<Tensor, Tensor>
                {
                    private readonly Module<Tensor, Tensor> conv = Conv2d(2, 8, 3, bias: false);
                    private readonly BatchNorm2d norm = BatchNorm2d(8);

                    public Block() : base(nameof(Block)) => RegisterComponents();

                    public override Tensor forward(Tensor x) => norm.call(conv.call(x)).tanh();
                }
                """,
        },
    };
}
