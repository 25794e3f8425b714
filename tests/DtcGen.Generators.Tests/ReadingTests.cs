namespace DtcGen.Generators.Tests;

/// <summary>One network in the ways that C# and TorchSharp let one write it.</summary>
public sealed class ReadingTests
{
    private const string Layers =
        """
        private readonly Linear fc1 = Linear(6, 8);
        private readonly Linear fc2 = Linear(8, 3);

        """;

    // What is generated must be this, however forward is written.
    private static readonly string Expected = Text(
        Layers + "public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(x)));");

    public static TheoryData<string> Spellings => new(
        "public override Tensor forward(Tensor x) => fc2.forward(functional.relu(fc1.forward(x)));",
        "public override Tensor forward(Tensor x) => fc2.call(fc1.call(x).relu());",
        "public override Tensor forward(Tensor x) => fc2.call(fc1.call(x).relu_());",
        "public override Tensor forward(Tensor x) => (fc2.call((functional.relu(inplace: true, x: (fc1.call(input: x))))));",
        "public override Tensor forward(Tensor x) => fc2.call(torch.nn.functional.relu(fc1.call(torch.nn.functional.dropout(x, 0.5, training))));",
        """
        public override Tensor forward(Tensor x)
        {
            Tensor hidden = fc1.call(x);
            using var active = functional.relu(hidden);
            return fc2.call(active);
        }
        """,
        """
        public override Tensor forward(Tensor x)
        {
            using var scope = NewDisposeScope();
            x = fc1.call(x);
            x = x.relu();
            x = fc2.call(x);
            return x.MoveToOuterDisposeScope();
        }
        """,
        """
        public override Tensor forward(Tensor x)
        {
            using (var hidden = fc1.call(x))
            {
                hidden.relu_();
                return fc2.call(hidden);
            }
        }
        """,
        """
        public override Tensor forward(Tensor x)
        {
            var (hidden, input) = (fc1.call(x), x);
            _ = input;
            return Finish(functional.relu(hidden));
        }

        private Tensor Finish(Tensor value) => fc2.call(value);
        """,
        """
        private readonly Dropout drop = Dropout(0.2);
        private readonly Module<Tensor, Tensor> same = Identity();
        public override Tensor forward(Tensor x) => same.call(fc2.call(drop.call(functional.relu(fc1.call(x)))));
        """);

    [Theory]
    [MemberData(nameof(Spellings))]
    public void EverySpellingReadsTheSame(string forward) => Assert.Equal(Expected, Text(Layers + forward));

    [Theory]
    [InlineData(
        "private readonly Linear fc1;\nprivate readonly Linear fc2;",
        "public Net() : base(\"Net\") { fc1 = Linear(6, 8); fc2 = Linear(8, 3); RegisterComponents(); }")]
    [InlineData(
        "private readonly Linear fc1, fc2;",
        "public Net() : base(\"Net\") { (fc1, fc2) = (Linear(6, 8), Linear(8, 3)); RegisterComponents(); }")]
    [InlineData(
        "private readonly Linear fc1;\nprivate readonly Linear fc2;",
        "public Net() : this(8) { }\npublic Net(int width) : base(\"Net\") { this.fc1 = Linear(6, width); this.fc2 = Linear(width, 3); RegisterComponents(); }")]
    public void FieldsMayBeAssignedInTheConstructor(string fields, string constructor)
        => Assert.Equal(
            Expected, Text(fields + "\npublic override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(x)));", constructor));

    [Fact]
    public void WhatIsDoneInPlaceIsSeenByEveryHolder()
    {
        const string Forward = "public override Tensor forward(Tensor x) { var h = fc1.call(x); ";
        Assert.Equal(
            Text(Layers + Forward + "var kept = h.relu(); h = kept; return fc2.call(kept * h); }"),
            Text(Layers + Forward + "var kept = h; h.relu_(); return fc2.call(kept * h); }"));
        Assert.NotEqual(
            Text(Layers + Forward + "var kept = h; h = h.relu(); return fc2.call(kept * h); }"),
            Text(Layers + Forward + "var kept = h; h.relu_(); return fc2.call(kept * h); }"));
        Assert.Equal(
            Text(Layers + Forward + "var y = fc2.call(h); return y.unsqueeze(1); }"),
            Text(Layers + Forward + "var y = fc2.call(h); y.unsqueeze_(1); return y; }"));
    }

    [Fact]
    public void APrimaryConstructorGivesSizes()
    {
        var source = ModelSource.Usings + """
            [DualTomographic]
            public sealed partial class Net() : Sized(8)
            {
                private readonly Linear fc1 = Linear(6, 8);
                private readonly Linear fc2 = Linear(8, 3);

                public override Tensor forward(Tensor x) => fc2.call(Act(fc1.call(x)));
            }

            public abstract class Sized : Module<Tensor, Tensor>
            {
                private readonly bool isWide;

                protected Sized(int width) : base("Net")
                {
                    isWide = width > 6;
                    RegisterComponents();
                }

                protected Tensor Act(Tensor x) => isWide ? functional.relu(x) : functional.tanh(x);
            }
            """;
        Assert.Equal(Expected, Generated.From(source).Sources.Single().Text);
    }

    [Fact]
    public void APrimaryConstructorRegistersNothing()
        => Generated.Run(ModelSource.Usings + """
            [DualTomographic]
            public sealed partial class Net(int width) : Module<Tensor, Tensor>(nameof(Net))
            {
                private readonly Linear fc1 = Linear(6, width);
                private readonly Linear fc2 = Linear(width, 3);

                public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(x)));
            }
            """).AssertReports(("DTC015", "fc1", "'Net' never calls RegisterComponents()"));

    [Fact]
    public void AFieldMayHaveAWiderTypeThanItsLayer()
    {
        var text = Text("""
            private readonly Module<Tensor, Tensor> fc1 = Linear(6, 8);
            private readonly Module fc2 = Linear(8, 3);
            public override Tensor forward(Tensor x) => ((Module<Tensor, Tensor>)fc2).call(functional.relu(fc1.call(x)));
            """);
        Assert.Contains("private Linear Fc1 => (Linear)fc1;", text, StringComparison.Ordinal);
        Assert.Contains("private Linear Fc2 => (Linear)fc2;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ReLU()", "functional.relu(x)", "Relu(\"act\", x")]
    [InlineData("ReLU6()", "functional.relu6(x)", "Relu6(\"act\", x")]
    [InlineData("LeakyReLU(0.1)", "functional.leaky_relu(x, 0.1)", "LeakyRelu(\"act\", x, 0.1")]
    [InlineData("ELU(0.5)", "functional.elu(x, 0.5)", "Elu(\"act\", x, 0.5")]
    [InlineData("GELU()", "functional.gelu(x)", "Gelu(\"act\", x")]
    [InlineData("SiLU()", "functional.silu(x)", "Silu(\"act\", x")]
    [InlineData("Sigmoid()", "torch.sigmoid(x)", "Sigmoid(\"act\", x")]
    [InlineData("Tanh()", "x.tanh()", "Tanh(\"act\", x")]
    [InlineData("Softplus(2, 10)", "functional.softplus(x, 2, 10)", "Softplus(\"act\", x, 2.0, 10.0")]
    [InlineData("Hardtanh(-2, 2)", "functional.hardtanh(x, -2, 2)", "Hardtanh(\"act\", x, -2.0, 2.0, false")]
    [InlineData("Hardtanh(-2, 2, true)", "functional.hardtanh(x, -2, 2, inplace: true)", "Hardtanh(\"act\", x, -2.0, 2.0, true")]
    [InlineData("Hardsigmoid()", "functional.hardsigmoid(x)", "Hardsigmoid(\"act\", x")]
    [InlineData("Hardswish()", "functional.hardswish(x)", "Hardswish(\"act\", x")]
    [InlineData("Mish()", "functional.mish(x)", "Mish(\"act\", x")]
    public void ActivationsAreReadAsLayersAndAsFunctions(string layer, string function, string onnx)
    {
        var asLayer = OnnxLine($"private readonly Module<Tensor, Tensor> act = {layer};", "act.call(x)");
        var asFunction = OnnxLine(string.Empty, function);
        var name = asFunction.Split('"')[1];

        Assert.Contains($"graph.{onnx})", asLayer, StringComparison.Ordinal);
        Assert.Equal(
            asLayer,
            asFunction.Replace($"{name}\"", "act\"", StringComparison.Ordinal)
                .Replace(asFunction.Split(' ')[1], asLayer.Split(' ')[1], StringComparison.Ordinal));
    }

    private static string OnnxLine(string field, string activation)
    {
        var source = ModelSource.Of(
            $"{field}\nprivate readonly Linear fc = Linear(6, 3);\npublic override Tensor forward(Tensor x) => fc.call({activation});");
        var text = Generated.Run(source, withOnnx: true).Sources.Single().Text;
        return text.Split('\n')
            .Single(static line => line.Contains("x", StringComparison.Ordinal) && line.Contains("= graph.", StringComparison.Ordinal)
                && !line.Contains("Linear", StringComparison.Ordinal))
            .Trim();
    }

    private static string Text(string members) => Generated.From(ModelSource.Of(members)).Sources.Single().Text;

    private static string Text(string members, string constructor)
        => Generated.From(ModelSource.Class(members, constructor)).Sources.Single().Text;
}
