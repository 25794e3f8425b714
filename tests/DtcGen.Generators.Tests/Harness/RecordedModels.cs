namespace DtcGen.Generators.Tests.Harness;

/// <summary>Models whose source alone does not decide what they compute.</summary>
internal static class RecordedModels
{
    // Recorded whatever the reader can do, which grows.
    private const string Attribute = "[DualTomographic(Record = true)]";

    public static IReadOnlyList<RecordedModel> All { get; } =
    [
        new(
            "ListInALoop",
            ModelSource.Class(
                """
                private readonly ModuleList<Linear> hidden = ModuleList<Linear>();
                private readonly Linear leave;

                public override Tensor forward(Tensor x)
                {
                    foreach (var layer in hidden)
                    {
                        x = functional.relu(layer.call(x));
                    }

                    return leave.call(x);
                }
                """,
                """
                public Net() : base(nameof(Net))
                {
                    var width = 8;
                    for (var i = 0; i < 3; i++)
                    {
                        hidden.Add(Linear(width, 12 + i));
                        width = 12 + i;
                    }

                    leave = Linear(width, 3);
                    RegisterComponents();
                }
                """,
                Attribute),
            [8],
            "hidden.0", "hidden.1", "hidden.2"),
        new(
            "AppendedSequential",
            ModelSource.Class(
                """
                private readonly Sequential layers = Sequential();

                public override Tensor forward(Tensor x) => layers.call(x);
                """,
                """
                public Net() : base(nameof(Net))
                {
                    layers.append("enter", Conv2d(3, 8, 3, padding: 1));
                    for (var i = 0; i < 2; i++)
                    {
                        layers.append($"norm{i}", BatchNorm2d(8));
                        layers.append($"act{i}", ReLU(inplace: true));
                        layers.append($"conv{i}", Conv2d(8, 8, 3, padding: 1));
                    }

                    layers.append("pool", AdaptiveAvgPool2d(2));
                    layers.append("flat", Flatten());
                    layers.append("leave", Linear(32, 4));
                    RegisterComponents();
                }
                """,
                Attribute),
            [3, 9, 9],
            "layers.enter", "layers.conv0", "layers.conv1"),
        new(
            "NullableShortcut",
            ModelSource.Of(
                """
                private readonly Block first = new(6, 10);
                private readonly Block second = new(10, 10);
                private readonly Linear leave = Linear(10, 3);

                public override Tensor forward(Tensor x) => leave.call(second.call(first.call(x)));
                """,
                Attribute,
                """
                    public sealed class Block : Module<Tensor, Tensor>
                    {
                        private readonly Linear wide;
                        private readonly Linear narrow;
                        private readonly Module<Tensor, Tensor>? down;

                        public Block(long inputs, long outputs) : base(nameof(Block))
                        {
                            wide = Linear(inputs, 14);
                            narrow = Linear(14, outputs);
                            if (inputs != outputs)
                            {
                                down = Linear(inputs, outputs);
                            }

                            RegisterComponents();
                        }

                        public override Tensor forward(Tensor x)
                        {
                            var y = narrow.call(wide.call(x).relu());
                            if (down is not null)
                            {
                                x = down.call(x);
                            }

                            return functional.relu(x + y);
                        }
                    }
                    """),
            [6],
            "first.wide", "first.narrow", "second.wide"),
        new(
            "ListOfTensors",
            ModelSource.Of(
                """
                private readonly Conv2d enter = Conv2d(3, 6, 1);
                private readonly int times = 3;
                private readonly Conv2d leave = Conv2d(24, 4, 1);

                public override Tensor forward(Tensor x)
                {
                    var parts = new List<Tensor> { enter.call(x).relu() };
                    for (var i = 0; i < times; i++)
                    {
                        parts.Add(functional.max_pool2d(parts[^1], 3, stride: 1, padding: 1));
                    }

                    return leave.call(torch.cat(parts, 1));
                }
                """,
                Attribute),
            [3, 7, 7],
            "enter"),
        new(
            "Flag",
            ModelSource.Class(
                """
                private readonly bool gated;
                private readonly Linear enter = Linear(5, 9);
                private readonly Linear gate = Linear(5, 9);
                private readonly Linear leave = Linear(9, 2);

                public override Tensor forward(Tensor x)
                {
                    var y = Act(enter.call(x), scale: 0.5);
                    if (gated)
                    {
                        y = y * gate.call(x).sigmoid();
                    }

                    return leave.call(y);
                }

                private Tensor Act(Tensor x, double scale) => x.tanh() * scale;
                """,
                """
                public Net() : this(Environment.NewLine.Length > 0)
                {
                }

                private Net(bool gated) : base(nameof(Net))
                {
                    this.gated = gated;
                    RegisterComponents();
                }
                """,
                Attribute),
            [5],
            "enter"),
    ];
}
