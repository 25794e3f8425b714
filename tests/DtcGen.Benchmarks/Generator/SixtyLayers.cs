namespace DtcGen.Benchmarks;

/// <summary>Sources of networks with sixty layers, normalisations not counted.</summary>
internal static class SixtyLayers
{
    private const string Usings =
        """
        using DtcGen;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Measured;


        """;

    /// <summary>Each layer in a field of its own, one call of <c>forward</c> after the other.</summary>
    public static string InFields()
    {
        var fields = string.Concat(
            Enumerable.Range(1, 59).Select(layer => $"    private readonly Linear fc{layer} = Linear({64 + layer}, {65 + layer});\n"));
        var calls = string.Concat(Enumerable.Range(1, 59).Select(layer => $"        x = functional.relu(fc{layer}.call(x));\n"));
        return $$"""
            {{Usings}}[DualTomographic]
            public sealed partial class Fields : Module<Tensor, Tensor>
            {
            {{fields}}    private readonly Linear leave = Linear(124, 10);

                public Fields() : base(nameof(Fields)) => RegisterComponents();

                public override Tensor forward(Tensor x)
                {
            {{calls}}        return leave.call(x);
                }
            }
            """;
    }

    /// <summary>A residual network of 29 blocks, whose class is in another file.</summary>
    public static string InBlocks() => $$"""
        {{Usings}}[DualTomographic]
        public sealed partial class Blocks : Module<Tensor, Tensor>
        {
            private readonly Conv2d stem = Conv2d(3, 16, 3, padding: 1, bias: false);
            private readonly BatchNorm2d norm = BatchNorm2d(16);
            private readonly Sequential stage1 = Sequential({{Stage(16, 16, 10)}});
            private readonly Sequential stage2 = Sequential({{Stage(16, 32, 10)}});
            private readonly Sequential stage3 = Sequential({{Stage(32, 64, 9)}});
            private readonly Linear fc = Linear(64, 10);

            public Blocks() : base(nameof(Blocks)) => RegisterComponents();

            public override Tensor forward(Tensor x)
            {
                x = functional.relu(norm.call(stem.call(x)));
                x = stage3.call(stage2.call(stage1.call(x)));
                return fc.call(functional.adaptive_avg_pool2d(x, 1).flatten(1));
            }
        }
        """;

    /// <summary>The same, which asks to be recorded.</summary>
    public static string Recorded()
        => InBlocks().Replace("[DualTomographic]", "[DualTomographic(Record = true)]", StringComparison.Ordinal);

    /// <summary>The block's class.</summary>
    public static string Block() => Usings + """
        public sealed class Block : Module<Tensor, Tensor>
        {
            private readonly Conv2d conv1;
            private readonly BatchNorm2d norm1;
            private readonly Conv2d conv2;
            private readonly BatchNorm2d norm2;
            private readonly Module<Tensor, Tensor> shortcut;

            public Block(int inputs, int outputs, int stride) : base(nameof(Block))
            {
                conv1 = Conv2d(inputs, outputs, 3, stride: stride, padding: 1, bias: false);
                norm1 = BatchNorm2d(outputs);
                conv2 = Conv2d(outputs, outputs, 3, padding: 1, bias: false);
                norm2 = BatchNorm2d(outputs);
                shortcut = stride != 1 || inputs != outputs
                    ? Sequential(Conv2d(inputs, outputs, 1, stride: stride, bias: false), BatchNorm2d(outputs))
                    : Identity();
                RegisterComponents();
            }

            public override Tensor forward(Tensor x)
            {
                var y = functional.relu(norm1.call(conv1.call(x)));
                y = norm2.call(conv2.call(y));
                return functional.relu(y + shortcut.call(x));
            }
        }
        """;

    /// <summary>A file of the project that has nothing to do with networks.</summary>
    public static string Elsewhere(int number) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace Measured.Elsewhere;

        [Serializable]
        public sealed class Record{{number}}
        {
            private readonly List<int> values = [];

            [Obsolete("Count the values.")]
            public int Total { get; set; }

            public void Add(int value) => values.Add(value + {{number}});

            public double Mean() => values.Count == 0 ? 0 : values.Average();

            public IEnumerable<int> Sorted() => values.OrderBy(value => value).Where(value => value % 2 == 0);
        }
        """;

    private static string Stage(int inputs, int outputs, int count)
        => string.Join(
            ", ",
            Enumerable.Range(0, count)
                .Select(block => $"new Block({(block == 0 ? inputs : outputs)}, {outputs}, {(block == 0 && inputs != outputs ? 2 : 1)})"));
}
