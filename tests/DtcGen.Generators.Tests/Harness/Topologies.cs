namespace DtcGen.Generators.Tests.Harness;

/// <summary>Networks as people write them, small in numbers and true in structure.</summary>
internal static class Topologies
{
    public static IReadOnlyList<Topology> All { get; } =
    [
        LeNet(), Vgg(), ResNet(), Bottleneck(), MobileNet(), DenseNet(), SqueezeAndExcitation(), Inception(), Mixer(), Transformer(),
        TextClassifier(), Signals(), GroupedConvolution(), FlattenedConcatenation(), UNet(), TwoInputsTwoOutputs(), TwoHeads(), CausalAttention(),
        Gated(), Cropped(), Assorted(), VisionTransformer(),
    ];

    private static Topology LeNet() => new(
        nameof(LeNet),
        ModelSource.Of("""
            private readonly Conv2d conv1 = Conv2d(1, 6, 5, padding: 2);
            private readonly Conv2d conv2 = Conv2d(6, 8, 5);
            private readonly Linear fc1 = Linear(8 * 5 * 5, 12);
            private readonly Linear fc2 = Linear(12, 9);
            private readonly Linear fc3 = Linear(9, 4);

            public override Tensor forward(Tensor x)
            {
                x = functional.max_pool2d(functional.tanh(conv1.call(x)), 2);
                x = functional.max_pool2d(functional.tanh(conv2.call(x)), 2);
                x = x.view(x.shape[0], -1);
                x = functional.tanh(fc1.call(x));
                x = functional.tanh(fc2.call(x));
                return fc3.call(x);
            }
            """),
        [1, 28, 28],
        ("conv1", ["conv2"]),
        ("conv2", [new Taken("fc1", Each: 25)]),
        ("fc1", ["fc2"]),
        ("fc2", ["fc3"]))
    {
        Size = static n => Size.Layer(1, n[0], 25, 784) + Size.Layer(n[0], n[1], 25, 100) + Size.Layer(25 * n[1], n[2]) + Size.Layer(n[2], n[3]) + Size.Layer(n[3], 4),
    };

    private static Topology Vgg() => new(
        nameof(Vgg),
        ModelSource.Of("""
            private readonly Sequential features = Sequential(
                Conv2d(3, 6, 3, padding: 1, bias: false), BatchNorm2d(6), ReLU(inplace: true),
                Conv2d(6, 7, 3, padding: 1), BatchNorm2d(7), ReLU(), MaxPool2d(2),
                Stage(7, 8));
            private readonly Sequential classifier = Sequential(("flat", Flatten()), ("fc", Linear(8 * 4, 10)), ("norm", BatchNorm1d(10)), ("act", ReLU()), ("drop", Dropout()), ("out", Linear(10, 4)));

            public override Tensor forward(Tensor x) => classifier.call(features.call(x));

            private static Sequential Stage(int inputs, int outputs)
                => Sequential(Conv2d(inputs, outputs, 3, Padding.Same), BatchNorm2d(outputs), ReLU(), AdaptiveAvgPool2d(2));
            """),
        [3, 8, 8],
        ("features.0", ["features.3"]),
        ("features.3", ["features.7.0"]),
        ("features.7.0", [new Taken("classifier.fc", Each: 4)]),
        ("classifier.fc", ["classifier.out"]))
    {
        Size = static n => Size.NoBias(3, n[0], 9, 64) + Size.BatchNorm(n[0]) + Size.Layer(n[0], n[1], 9, 64) + Size.BatchNorm(n[1])
            + Size.Layer(n[1], n[2], 9, 16) + Size.BatchNorm(n[2]) + Size.Layer(4 * n[2], n[3]) + Size.BatchNorm(n[3]) + Size.Layer(n[3], 4),
    };

    private static Topology ResNet() => new(
        nameof(ResNet),
        ModelSource.Of(
            """
            private readonly Conv2d stem = Conv2d(3, 6, 3, padding: 1, bias: false);
            private readonly BatchNorm2d norm = BatchNorm2d(6);
            private readonly Sequential layer1 = Sequential(new BasicBlock(6, 6, 1), new BasicBlock(6, 6, 1));
            private readonly Sequential layer2 = Sequential(("down", new BasicBlock(6, 8, 2)), ("same", new BasicBlock(8, 8, 1)));
            private readonly Linear fc = Linear(8, 4);

            public override Tensor forward(Tensor x)
            {
                using var scope = NewDisposeScope();
                x = functional.relu(norm.call(stem.call(x)));
                x = layer2.call(layer1.call(x));
                x = functional.adaptive_avg_pool2d(x, 1).flatten(1);
                return fc.call(x).MoveToOuterDisposeScope();
            }
            """,
            others: """
                public sealed class BasicBlock : Module<Tensor, Tensor>
                {
                    private readonly Conv2d conv1;
                    private readonly BatchNorm2d bn1;
                    private readonly Conv2d conv2;
                    private readonly BatchNorm2d bn2;
                    private readonly Module<Tensor, Tensor> shortcut;

                    public BasicBlock(int inputs, int outputs, int stride) : base(nameof(BasicBlock))
                    {
                        conv1 = Conv2d(inputs, outputs, 3, stride: stride, padding: 1, bias: false);
                        bn1 = BatchNorm2d(outputs);
                        conv2 = Conv2d(outputs, outputs, 3, padding: 1, bias: false);
                        bn2 = BatchNorm2d(outputs);
                        shortcut = stride != 1 || inputs != outputs
                            ? Sequential(Conv2d(inputs, outputs, 1, stride: stride, bias: false), BatchNorm2d(outputs))
                            : Identity();
                        RegisterComponents();
                    }

                    public override Tensor forward(Tensor x)
                    {
                        var y = functional.relu(bn1.call(conv1.call(x)));
                        y = bn2.call(conv2.call(y));
                        y += shortcut.call(x);
                        return functional.relu(y);
                    }
                }
                """),
        [3, 8, 8],
        ("stem", ["layer1.0.conv1", "layer1.1.conv1", "layer2.down.conv1", "layer2.down.shortcut.0"]),
        ("layer1.0.conv1", ["layer1.0.conv2"]),
        ("layer1.1.conv1", ["layer1.1.conv2"]),
        ("layer2.down.conv1", ["layer2.down.conv2"]),
        ("layer2.down.conv2", ["layer2.same.conv1", "fc"]),
        ("layer2.same.conv1", ["layer2.same.conv2"]))
    {
        Size = static n => Size.NoBias(3, n[0], 9, 64) + Size.BatchNorm(n[0])
            + Size.NoBias(n[0], n[1], 9, 64) + Size.BatchNorm(n[1]) + Size.NoBias(n[1], n[0], 9, 64) + Size.BatchNorm(n[0])
            + Size.NoBias(n[0], n[2], 9, 64) + Size.BatchNorm(n[2]) + Size.NoBias(n[2], n[0], 9, 64) + Size.BatchNorm(n[0])
            + Size.NoBias(n[0], n[3], 9, 16) + Size.BatchNorm(n[3]) + Size.NoBias(n[3], n[4], 9, 16) + Size.BatchNorm(n[4])
            + Size.NoBias(n[0], n[4], 1, 16) + Size.BatchNorm(n[4])
            + Size.NoBias(n[4], n[5], 9, 16) + Size.BatchNorm(n[5]) + Size.NoBias(n[5], n[4], 9, 16) + Size.BatchNorm(n[4])
            + Size.Layer(n[4], 4),
    };

    private static Topology Bottleneck() => new(
        nameof(Bottleneck),
        ModelSource.Of(
            """
            private readonly Conv2d stem = Conv2d(3, 5, 3, padding: 1);
            private readonly ModuleList<Block> blocks = ModuleList(new Block(5, 3, 12), new Block(12, 3, 12));
            private readonly Linear head = Linear(12, 4);

            public override Tensor forward(Tensor x)
            {
                x = stem.call(x).relu();
                foreach (var block in blocks)
                {
                    x = block.call(x);
                }

                return head.call(x.mean([2, 3]));
            }
            """,
            others: """
                public sealed class Block : Module<Tensor, Tensor>
                {
                    private readonly Sequential body;
                    private readonly Conv2d? project;

                    public Block(int inputs, int width, int outputs) : base(nameof(Block))
                    {
                        body = Sequential(
                            Conv2d(inputs, width, 1), BatchNorm2d(width), ReLU(),
                            Conv2d(width, width, 3, padding: 1), BatchNorm2d(width), ReLU(),
                            Conv2d(width, outputs, 1), BatchNorm2d(outputs));
                        if (inputs != outputs)
                        {
                            project = Conv2d(inputs, outputs, 1);
                        }

                        RegisterComponents();
                    }

                    public override Tensor forward(Tensor x) => functional.relu(body.call(x) + (project is null ? x : project.call(x)));
                }
                """),
        [3, 6, 6],
        ("stem", ["blocks.0.body.0", "blocks.0.project"]),
        ("blocks.0.body.0", ["blocks.0.body.3"]),
        ("blocks.0.body.3", ["blocks.0.body.6"]),
        ("blocks.0.body.6", ["blocks.1.body.0", "head"]),
        ("blocks.1.body.0", ["blocks.1.body.3"]),
        ("blocks.1.body.3", ["blocks.1.body.6"]))
    {
        Size = static n => Size.Layer(3, n[0], 9, 36)
            + Size.Layer(n[0], n[1], 1, 36) + Size.BatchNorm(n[1]) + Size.Layer(n[1], n[2], 9, 36) + Size.BatchNorm(n[2])
            + Size.Layer(n[2], n[3], 1, 36) + Size.BatchNorm(n[3]) + Size.Layer(n[0], n[3], 1, 36)
            + Size.Layer(n[3], n[4], 1, 36) + Size.BatchNorm(n[4]) + Size.Layer(n[4], n[5], 9, 36) + Size.BatchNorm(n[5])
            + Size.Layer(n[5], n[3], 1, 36) + Size.BatchNorm(n[3]) + Size.Layer(n[3], 4),
    };

    private static Topology MobileNet() => new(
        nameof(MobileNet),
        ModelSource.Of(
            """
            private readonly Conv2d stem = Conv2d(3, 4, 3, padding: 1);
            private readonly Inverted first = new(4, 4, 3);
            private readonly Inverted second = new(4, 6, 2);
            private readonly Linear head = Linear(6, 4);

            public override Tensor forward(Tensor x)
            {
                x = functional.relu6(stem.call(x));
                x = second.call(first.call(x));
                return head.call(functional.adaptive_avg_pool2d(x, (1, 1)).flatten(1));
            }
            """,
            others: """
                public sealed class Inverted : Module<Tensor, Tensor>
                {
                    private readonly bool residual;
                    private readonly Conv2d expand;
                    private readonly Conv2d depth;
                    private readonly BatchNorm2d norm;
                    private readonly Conv2d project;

                    public Inverted(long inputs, long outputs, long factor) : base(nameof(Inverted))
                    {
                        residual = inputs == outputs;
                        expand = Conv2d(inputs, inputs * factor, 1, bias: false);
                        depth = Conv2d(inputs * factor, inputs * factor, 3, padding: 1, groups: inputs * factor);
                        norm = BatchNorm2d(inputs * factor);
                        project = Conv2d(inputs * factor, outputs, 1);
                        RegisterComponents();
                    }

                    public override Tensor forward(Tensor x)
                    {
                        var y = functional.relu6(expand.call(x));
                        y = functional.relu6(norm.call(depth.call(y)));
                        y = project.call(y);
                        return residual ? x + y : y;
                    }
                }
                """),
        [3, 6, 6],
        ("stem", ["first.expand", "second.expand"]),
        ("first.expand", ["first.project"]),
        ("second.expand", ["second.project"]),
        ("second.project", ["head"]))
    {
        Size = static n => Size.Layer(3, n[0], 9, 36)
            + Size.NoBias(n[0], n[1], 1, 36) + Size.Layer(1, n[1], 9, 36) + Size.BatchNorm(n[1]) + Size.Layer(n[1], n[0], 1, 36)
            + Size.NoBias(n[0], n[2], 1, 36) + Size.Layer(1, n[2], 9, 36) + Size.BatchNorm(n[2]) + Size.Layer(n[2], n[3], 1, 36)
            + Size.Layer(n[3], 4),
    };

    private static Topology DenseNet() => new(
        nameof(DenseNet),
        ModelSource.Of("""
            private readonly Conv2d stem = Conv2d(3, 5, 3, padding: 1);
            private readonly Conv2d grow1 = Conv2d(5, 4, 3, padding: 1);
            private readonly BatchNorm2d norm2 = BatchNorm2d(9);
            private readonly Conv2d grow2 = Conv2d(9, 3, 3, padding: 1);
            private readonly BatchNorm2d norm3 = BatchNorm2d(12);
            private readonly Conv2d merge = Conv2d(12, 6, 1);
            private readonly Linear head = Linear(6, 4);

            public override Tensor forward(Tensor x)
            {
                var features = functional.relu(stem.call(x));
                features = torch.cat(new[] { features, grow1.call(features) }, 1);
                features = torch.cat([features, grow2.call(functional.relu(norm2.call(features)))], dim: 1);
                x = functional.gelu(merge.call(norm3.call(features)));
                return head.call(x.mean(new long[] { 2, 3 }));
            }
            """),
        [3, 6, 6],
        ("stem", ["grow1", "grow2", "merge"]),
        ("grow1", [new Taken("grow2", Offset: 5), new Taken("merge", Offset: 5)]),
        ("grow2", [new Taken("merge", Offset: 9)]),
        ("merge", ["head"]))
    {
        Size = static n => Size.Layer(3, n[0], 9, 36) + Size.Layer(n[0], n[1], 9, 36)
            + Size.BatchNorm(n[0] + n[1]) + Size.Layer(n[0] + n[1], n[2], 9, 36)
            + Size.BatchNorm(n[0] + n[1] + n[2]) + Size.Layer(n[0] + n[1] + n[2], n[3], 1, 36) + Size.Layer(n[3], 4),
    };

    private static Topology SqueezeAndExcitation() => new(
        nameof(SqueezeAndExcitation),
        ModelSource.Of("""
            private readonly Conv2d conv = Conv2d(3, 8, 3, padding: 1);
            private readonly Conv2d squeeze = Conv2d(8, 4, 1);
            private readonly Conv2d excite = Conv2d(4, 8, 1);
            private readonly Conv2d next = Conv2d(8, 5, 3);
            private readonly Linear head = Linear(5, 4);

            public override Tensor forward(Tensor x)
            {
                var y = functional.silu(conv.call(x));
                var gate = torch.sigmoid(excite.call(functional.relu(squeeze.call(functional.adaptive_avg_pool2d(y, 1)))));
                y = functional.relu(next.call(y * gate));
                return head.call(y.amax(2, 3));
            }
            """),
        [3, 6, 6],
        ("conv", ["squeeze", "next"]),
        ("squeeze", ["excite"]),
        ("next", ["head"]))
    {
        Size = static n => Size.Layer(3, n[0], 9, 36) + Size.Layer(n[0], n[1]) + Size.Layer(n[1], n[0]) + Size.Layer(n[0], n[2], 9, 16) + Size.Layer(n[2], 4),
    };

    private static Topology Inception() => new(
        nameof(Inception),
        ModelSource.Of("""
            private readonly Conv2d left = Conv2d(3, 4, 1);
            private readonly Sequential middle = Sequential(Conv2d(3, 3, 1), ReLU(), Conv2d(3, 5, 3, padding: 1));
            private readonly Conv2d right = Conv2d(3, 2, 1);
            private readonly Conv2d after = Conv2d(11, 6, 3);
            private readonly Linear head = Linear(6, 4);

            public override Tensor forward(Tensor x)
            {
                var joined = functional.relu(torch.cat([left.call(x), middle.call(x), right.call(functional.max_pool2d(x, 3, stride: 1, padding: 1))], 1));
                return head.call(after.call(joined).tanh().mean([-1, -2]));
            }
            """),
        [3, 6, 6],
        ("left", ["after"]),
        ("middle.0", ["middle.2"]),
        ("middle.2", [new Taken("after", Offset: 4)]),
        ("right", [new Taken("after", Offset: 9)]),
        ("after", ["head"]))
    {
        Size = static n => Size.Layer(3, n[0], 1, 36) + Size.Layer(3, n[1], 1, 36) + Size.Layer(n[1], n[2], 9, 36) + Size.Layer(3, n[3], 1, 36)
            + Size.Layer(n[0] + n[2] + n[3], n[4], 9, 16) + Size.Layer(n[4], 4),
    };

    private static Topology Mixer() => new(
        nameof(Mixer),
        ModelSource.Of("""
            private readonly Conv2d patches = Conv2d(3, 6, 4, stride: 4);
            private readonly LayerNorm norm1 = LayerNorm(6);
            private readonly Linear token1 = Linear(4, 7);
            private readonly Linear token2 = Linear(7, 4);
            private readonly LayerNorm norm2 = LayerNorm(6);
            private readonly Linear channel1 = Linear(6, 9);
            private readonly Linear channel2 = Linear(9, 6);
            private readonly Linear head = Linear(6, 4);

            public override Tensor forward(Tensor x)
            {
                var y = patches.call(x).flatten(2).transpose(1, 2);
                y = y + token2.call(functional.gelu(token1.call(norm1.call(y).transpose(1, 2)))).transpose(1, 2);
                y = y + channel2.call(functional.gelu(channel1.call(norm2.call(y))));
                return head.call(y.mean([1]));
            }
            """),
        [3, 8, 8],
        ("token1", ["token2"]),
        ("channel1", ["channel2"]))
    {
        Size = static n => Size.Layer(3, 6, 16, 4)
            + Size.LayerNorm(6) + Size.Layer(4, n[0], 1, 6) + Size.Layer(n[0], 4, 1, 6)
            + Size.LayerNorm(6) + Size.Layer(6, n[1], 1, 4) + Size.Layer(n[1], 6, 1, 4) + Size.Layer(6, 4),
    };

    private static Topology Transformer() => new(
        nameof(Transformer),
        ModelSource.Of("""
            private const int Heads = 3;
            private const int Size = 4;
            private readonly Linear embed = Linear(5, 12);
            private readonly LayerNorm norm1 = LayerNorm(12);
            private readonly Linear q = Linear(12, Heads * Size);
            private readonly Linear k = Linear(12, Heads * Size);
            private readonly Linear v = Linear(12, Heads * Size);
            private readonly Linear o = Linear(Heads * Size, 12);
            private readonly LayerNorm norm2 = LayerNorm(12);
            private readonly Linear up = Linear(12, 20);
            private readonly Linear down = Linear(20, 12);
            private readonly Linear head = Linear(12, 4);

            public override Tensor forward(Tensor x)
            {
                var h = embed.call(x);
                h = h + Attend(norm1.call(h));
                h = h + down.call(functional.gelu(up.call(norm2.call(h))));
                return head.call(h.mean([1]));
            }

            private Tensor Attend(Tensor x)
            {
                var (batch, length) = (x.shape[0], x.shape[1]);
                var scores = Split(q.call(x)).matmul(Split(k.call(x)).transpose(-2, -1)) / Math.Sqrt(Size);
                var mixed = functional.softmax(scores, dim: -1).matmul(Split(v.call(x)));
                return o.call(mixed.transpose(1, 2).contiguous().view(batch, length, -1));
            }

            private Tensor Split(Tensor x) => x.view(x.shape[0], x.shape[1], -1, Size).transpose(1, 2);
            """),
        [6, 5],
        ("q", [new Taken("o", Each: 4)]),
        ("up", ["down"]))
    {
        Size = static n => Size.Layer(5, 12, 1, 6)
            + Size.LayerNorm(12) + Size.Layer(12, 3 * 4 * n[0], 1, 6) + new Size(0, 2 * n[0] * 6 * 6 * 4) + Size.Layer(4 * n[0], 12, 1, 6)
            + Size.LayerNorm(12) + Size.Layer(12, n[1], 1, 6) + Size.Layer(n[1], 12, 1, 6) + Size.Layer(12, 4),
    };

    private static Topology TextClassifier() => new(
        nameof(TextClassifier),
        ModelSource.Of("""
            private readonly Embedding words = Embedding(30, 8);
            private readonly Linear hidden = Linear(8, 7);
            private readonly Linear head = Linear(7, 4);

            public override Tensor forward(Tensor x) => head.call(functional.relu(hidden.call(words.call(x).mean([1]))));
            """),
        [9],
        ("words", ["hidden"]),
        ("hidden", ["head"]))
    {
        Words = 30,
        Size = static n => new Size(30 * n[0], 0) + Size.Layer(n[0], n[1]) + Size.Layer(n[1], 4),
    };

    private static Topology Signals() => new(
        nameof(Signals),
        ModelSource.Of("""
            private readonly Conv1d conv1 = Conv1d(2, 6, 5, stride: 2);
            private readonly BatchNorm1d norm1 = BatchNorm1d(6);
            private readonly Conv1d conv2 = Conv1d(6, 5, 3, padding: 1, dilation: 1);
            private readonly Linear head = Linear(15, 4);

            public override Tensor forward(Tensor x)
            {
                x = functional.max_pool1d(norm1.call(conv1.call(x)).relu(), 2);
                x = functional.adaptive_avg_pool1d(functional.silu(conv2.call(x)), 3);
                return head.call(x.reshape(x.size(0), -1));
            }
            """),
        [2, 40],
        ("conv1", ["conv2"]),
        ("conv2", [new Taken("head", Each: 3)]))
    {
        Size = static n => Size.Layer(2, n[0], 5, 18) + Size.BatchNorm(n[0]) + Size.Layer(n[0], n[1], 3, 9) + Size.Layer(3 * n[1], 4),
    };

    private static Topology GroupedConvolution() => new(
        nameof(GroupedConvolution),
        ModelSource.Of("""
            private readonly Conv2d conv1 = Conv2d(3, 8, 3, padding: 1);
            private readonly Conv2d grouped = Conv2d(8, 6, 3, padding: 1, groups: 2);
            private readonly Conv2d last = Conv2d(6, 5, 1);
            private readonly Linear head = Linear(5, 4);

            public override Tensor forward(Tensor x)
                => head.call(functional.relu(last.call(grouped.call(conv1.call(x).relu()).relu())).mean([2, 3]));
            """),
        [3, 6, 6],
        ("conv1", ["grouped"]),
        ("grouped", [new Taken("last", Repeats: 2)]),
        ("last", ["head"]))
    {
        Size = static n => Size.Layer(3, 2 * n[0], 9, 36) + Size.Layer(n[0], 2 * n[1], 9, 36) + Size.Layer(2 * n[1], n[2], 1, 36) + Size.Layer(n[2], 4),
    };

    private static Topology FlattenedConcatenation() => new(
        nameof(FlattenedConcatenation),
        ModelSource.Of("""
            private readonly Conv2d left = Conv2d(3, 4, 3);
            private readonly Conv2d right = Conv2d(3, 5, 3);
            private readonly Linear head = Linear(9 * 16, 4);

            public override Tensor forward(Tensor x) => head.call(torch.cat([left.call(x), right.call(x)], 1).relu().flatten(1));
            """),
        [3, 6, 6],
        ("left", [new Taken("head", Each: 16)]),
        ("right", [new Taken("head", Offset: 64, Each: 16)]))
    {
        Size = static n => Size.Layer(3, n[0], 9, 16) + Size.Layer(3, n[1], 9, 16) + Size.Layer(16 * (n[0] + n[1]), 4),
    };

    private static Topology UNet() => new(
        nameof(UNet),
        ModelSource.Of("""
            private readonly Conv2d enter = Conv2d(3, 4, 3, padding: 1);
            private readonly BatchNorm2d norm = BatchNorm2d(4);
            private readonly Conv2d down = Conv2d(4, 6, 3, padding: 1);
            private readonly Conv2d bottom = Conv2d(6, 5, 3, padding: 1);
            private readonly Conv2d up = Conv2d(11, 7, 3, padding: 1);
            private readonly Conv2d leave = Conv2d(11, 3, 3, padding: 1);
            private readonly Conv2d classes = Conv2d(3, 2, 1);

            public override Tensor forward(Tensor x)
            {
                var full = functional.relu(norm.call(enter.call(x)));
                var half = functional.relu(down.call(functional.max_pool2d(full, 2)));
                var quarter = functional.relu(bottom.call(functional.max_pool2d(half, 2)));
                half = functional.relu(up.call(torch.cat([Double(quarter), half], 1)));
                full = functional.relu(leave.call(torch.cat([full, Double(half)], 1)));
                return classes.call(full);
            }

            // Every pixel twice across and twice down.
            private static Tensor Double(Tensor x)
            {
                x = torch.cat([x.unsqueeze(-1), x.unsqueeze(-1)], -1).flatten(3);
                return torch.cat([x.unsqueeze(3), x.unsqueeze(3)], 3).flatten(2, 3);
            }
            """),
        [3, 8, 8],
        ("enter", ["down", "leave"]),
        ("down", ["bottom", new Taken("up", Offset: 5)]),
        ("bottom", ["up"]),
        ("up", [new Taken("leave", Offset: 4)]),
        ("leave", ["classes"]))
    {
        Size = static n => Size.Layer(3, n[0], 9, 64) + Size.BatchNorm(n[0]) + Size.Layer(n[0], n[1], 9, 16) + Size.Layer(n[1], n[2], 9, 4)
            + Size.Layer(n[2] + n[1], n[3], 9, 16) + Size.Layer(n[0] + n[3], n[4], 9, 64) + Size.Layer(n[4], 2, 1, 64),
    };

    private static Topology TwoInputsTwoOutputs() => new(
        nameof(TwoInputsTwoOutputs),
        ModelSource.Of(
            """
            private readonly Conv2d image = Conv2d(3, 6, 3);
            private readonly Linear facts = Linear(5, 7);
            private readonly Linear joint = Linear(13, 8);
            private readonly Linear first = Linear(8, 3);
            private readonly Linear second = Linear(8, 2);

            public override (Tensor, Tensor) forward(Tensor pixels, Tensor numbers)
            {
                var seen = functional.relu(image.call(pixels)).mean([2, 3]);
                var known = functional.tanh(facts.call(numbers));
                var both = functional.silu(joint.call(torch.cat([seen, known], 1)));
                return (first.call(both), second.call(both));
            }
            """,
            types: "Tensor, Tensor, (Tensor, Tensor)"),
        [3, 6, 6],
        ("image", ["joint"]),
        ("facts", [new Taken("joint", Offset: 6)]),
        ("joint", ["first", "second"]))
    {
        SecondInput = [5],
        Size = static n => Size.Layer(3, n[0], 9, 16) + Size.Layer(5, n[1]) + Size.Layer(n[0] + n[1], n[2]) + Size.Layer(n[2], 3) + Size.Layer(n[2], 2),
    };

    private static Topology TwoHeads() => new(
        nameof(TwoHeads),
        ModelSource.Of(
            """
            private readonly Sequential trunk = Sequential(Linear(6, 9), BatchNorm1d(9), ReLU(), Linear(9, 8), ReLU());
            private readonly Sequential kind = Sequential(Linear(8, 5), ReLU(), Linear(5, 3));
            private readonly Sequential place = Sequential(Linear(8, 6), Tanh(), Linear(6, 4));

            public override (Tensor, Tensor) forward(Tensor x)
            {
                var shared = trunk.call(x);
                return (kind.call(shared), place.call(shared));
            }
            """,
            types: "Tensor, (Tensor, Tensor)"),
        [6],
        ("trunk.0", ["trunk.3"]),
        ("trunk.3", ["kind.0", "place.0"]),
        ("kind.0", ["kind.2"]),
        ("place.0", ["place.2"]))
    {
        Size = static n => Size.Layer(6, n[0]) + Size.BatchNorm(n[0]) + Size.Layer(n[0], n[1])
            + Size.Layer(n[1], n[2]) + Size.Layer(n[2], 3) + Size.Layer(n[1], n[3]) + Size.Layer(n[3], 4),
    };

    private static Topology CausalAttention() => new(
        nameof(CausalAttention),
        ModelSource.Of("""
            private readonly Linear q = Linear(5, 12);
            private readonly Linear k = Linear(5, 12);
            private readonly Linear v = Linear(5, 12);
            private readonly Linear o = Linear(12, 4);

            public override Tensor forward(Tensor x)
            {
                var mixed = functional.scaled_dot_product_attention(Heads(q.call(x)), Heads(k.call(x)), Heads(v.call(x)), is_casual: true);
                return o.call(mixed.transpose(1, 2).contiguous().view(x.shape[0], x.shape[1], -1));
            }

            private static Tensor Heads(Tensor x) => x.view(x.shape[0], x.shape[1], -1, 4).transpose(1, 2);
            """),
        [6, 5],
        ("q", [new Taken("o", Each: 4)]))
    {
        Size = static n => Size.Layer(5, 3 * 4 * n[0], 1, 6) + new Size(0, 2 * n[0] * 6 * 6 * 4) + Size.Layer(4 * n[0], 4, 1, 6),
    };

    private static Topology Gated() => new(
        nameof(Gated),
        ModelSource.Of("""
            private readonly Conv1d gate = Conv1d(2, 12, 3, padding: 1);
            private readonly PReLU act = PReLU(6);
            private readonly Conv1d next = Conv1d(6, 5, 3);
            private readonly Linear head = Linear(5, 4);

            public override Tensor forward(Tensor x)
            {
                var halves = gate.call(x).chunk(2, 1);
                x = act.call(halves[0] * halves[1].sigmoid() - 0.5);
                return head.call(next.call(x).relu().mean([2]));
            }
            """),
        [2, 20],
        ("gate", ["next"]),
        ("next", ["head"]))
    {
        Size = static n => Size.Layer(2, 2 * n[0], 3, 20) + new Size(n[0], 0) + Size.Layer(n[0], n[1], 3, 18) + Size.Layer(n[1], 4),
    };

    private static Topology Cropped() => new(
        nameof(Cropped),
        ModelSource.Of("""
            private readonly Conv2d conv = Conv2d(3, 6, 3, padding: 1);
            private readonly Conv2d next = Conv2d(6, 5, 3);
            private readonly Linear head = Linear(5, 4);

            public override Tensor forward(Tensor x)
            {
                x = conv.call(x).relu();
                x = x[.., .., 1..^1];
                x = next.call(x[TensorIndex.Ellipsis, TensorIndex.Slice(0, 5)]).tanh();
                var columns = x.split([1, 2], 3);
                x = columns[0].narrow(2, 0, 1) + columns[1][.., .., ^1..].mean([3], keepdim: true);
                return head.call(x.flatten(1));
            }
            """),
        [3, 6, 6],
        ("conv", ["next"]),
        ("next", ["head"]))
    {
        Size = static n => Size.Layer(3, n[0], 9, 36) + Size.Layer(n[0], n[1], 9, 6) + Size.Layer(n[1], 4),
    };

    // In a file, a group normalisation brings a one and a zero for each of its groups.
    private const long FileGroups = 2 * 2;

    private static Topology Assorted() => new(
        nameof(Assorted),
        ModelSource.Of("""
            private readonly Conv2d stem = Conv2d(3, 6, 3, Padding.Same, dilation: 2);
            private readonly Conv2d depth = Conv2d(6, 12, 3, padding: 1, groups: 6);
            private readonly Conv2d tall = Conv2d(12, 5, (3, 1), stride: (2, 1), padding: (1, 0));
            private readonly Dropout2d drop = Dropout2d(0.1);
            private readonly Conv2d mix = Conv2d(5, 6, 1, Padding.Valid);
            private readonly GroupNorm norm = GroupNorm(2, 6);
            private readonly Linear head = Linear(6, 4);

            public override Tensor forward(Tensor x)
            {
                x = functional.hardswish(depth.call(stem.call(x)));
                x = functional.avg_pool2d(drop.call(functional.mish(tall.call(x))), 2);
                return head.call(functional.elu(norm.call(mix.call(x)), 0.7).mean([2, 3]));
            }
            """),
        [3, 8, 8],
        ("stem", [new Taken("tall", Each: 2)]),
        ("tall", ["mix"]))
    {
        Size = static n => Size.Layer(3, n[0], 9, 64) + Size.Layer(1, 2 * n[0], 9, 64) + Size.Layer(2 * n[0], n[1], 3, 32)
            + Size.Layer(n[1], 6, 1, 8) + Size.LayerNorm(6) + new Size(FileGroups, 0) + Size.Layer(6, 4),
    };

    private static Topology VisionTransformer() => new(
        nameof(VisionTransformer),
        ModelSource.Of("""
            private readonly Conv2d patches = Conv2d(3, 8, 4, stride: 4);
            private readonly Parameter position = Parameter(randn(1, 4, 8));
            private readonly LayerNorm norm = LayerNorm(8);
            private readonly Linear up = Linear(8, 10);
            private readonly Linear down = Linear(10, 8);
            private readonly Parameter scale = Parameter(randn(8) * 0.3);
            private readonly Linear head = Linear(8, 4);

            public override Tensor forward(Tensor x)
            {
                var h = patches.call(x).flatten(2).transpose(1, 2) + position;
                h = h + scale * down.call(functional.gelu(up.call(norm.call(h))));
                return head.call(h[.., 0]);
            }
            """),
        [3, 8, 8],
        ("up", ["down"]))
    {
        Size = static n => Size.Layer(3, 8, 16, 4) + new Size(32, 0) + Size.LayerNorm(8) + Size.Layer(8, n[0], 1, 4) + Size.Layer(n[0], 8, 1, 4)
            + new Size(8, 0) + Size.Layer(8, 4),
    };
}
