using DtcGen.Onnx;
using DtcGen.Recording;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>What a forward that is recorded may take, return and call, beside what the folder RecordedCases has.</summary>
public sealed class RecordedLanguageTests
{
    [Theory]
    [InlineData(
        "public sealed class Given(Tensor left, Tensor? right) { public Tensor Left { get; } = left; public Tensor? Right { get; } = right; }",
        "new(a, b)")]
    [InlineData(
        "public class Held { protected Tensor? right; public Tensor? Right => right; } public sealed class Given(Tensor left, Tensor? given) : Held { private readonly Tensor _left = left; public Tensor Left { get { right = given; return _left; } } public int Used { get; } = 3; }",
        "new(a, b)")]
    [InlineData("public sealed record Given(Tensor Left, Tensor? Right);", "new(a, b)")]
    [InlineData(
        "public sealed class Given { public required Tensor Left { get; init; } public Inner More { get; } = new(); public Tensor? Right => More.Parts[0]; } public sealed class Inner { public List<Tensor> Parts = []; }",
        "new() { Left = a, More = { Parts = [b] } }")]
    public void ForwardMayTakeTensorsInAnObject(string type, string made)
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(RecordedCase.Compile(ModelSource.Of(
            $$"""
            private readonly Linear one = Linear(6, 9);
            private readonly Linear other = Linear(4, 9);
            private readonly Linear last = Linear(9, 3);

            public static Given Make(Tensor a, Tensor b) => {{made}};

            public override Tensor forward(Given given)
            {
                var y = one.call(given.Left);
                return last.call(given.Right is { } right ? functional.relu(y + other.call(right)) : y);
            }
            """,
            others: type,
            types: "Given, Tensor")));
        var network = model.Module.GetType();
        object Given(long batch) => network.GetMethod("Make")!.Invoke(null, [randn(batch, 6), randn(batch, 4)])!;
        network.GetMethod("Record")!.Invoke(model.Module, [Given(3)]);
        var recorded = ((IRecordedModel)model.Module).Recorded;
        Assert.Equal(2, recorded.Inputs.Count);
        Assert.Equal(["one", "other", "last"], Assert.Single(model.Neurons.Groups).Members.Select(static member => member.Layer));
        Assert.Throws<NotSupportedException>(() => ((IRecordedModel)model.Module).RecordInputs(randn(2, 6)));
    }

    [Fact]
    public void ForwardMayReturnADictionary()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(RecordedCase.Compile(ModelSource.Of(
            """
            private readonly Linear fc1 = Linear(6, 8);
            private readonly Linear fc2 = Linear(8, 3);

            public override Dictionary<string, Tensor> forward(Tensor x)
            {
                var y = functional.relu(fc1.call(x));
                return new() { ["scores"] = fc2.call(y), ["more"] = fc2.call(y * 2) };
            }
            """,
            "[DualTomographic(Record = true)]",
            types: "Tensor, Dictionary<string, Tensor>")));
        var network = (nn.Module<Tensor, Dictionary<string, Tensor>>)model.Module;
        var proof = model.Neurons.Prove(inputs => [.. network.call(inputs[0]).Values], randn(3, 6));
        Assert.True(proof.IsProved, proof.ToString());
        Assert.Equal("fc1", Assert.Single(proof.Groups).Group);
    }

    [Fact]
    public void AForwardMayDisposeOfItsInput()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(RecordedCase.Compile(ModelSource.Of(
            """
            private readonly Linear fc1 = Linear(6, 8);
            private readonly Linear fc2 = Linear(8, 3);

            public override Tensor forward(Tensor x)
            {
                using var given = x;
                return fc2.call(functional.relu(fc1.call(given)));
            }
            """,
            "[DualTomographic(Record = true)]")));
        Assert.True(model.Neurons.Prove(randn(3, 6)).IsProved);
    }

    [Fact]
    public void OverriddenHelpersKeepTheirDefaults()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(RecordedCase.Compile(ModelSource.Of(
            """
            private readonly Linear fc1 = Linear(6, 8);
            private readonly Act act = new Tanh2();
            private readonly Linear fc2 = Linear(8, 3);

            public override Tensor forward(Tensor x) => fc2.call(act.Apply(fc1.call(x)) + act.Apply(fc1.call(x), 2));
            """,
            "[DualTomographic(Record = true)]",
            """
            public abstract class Act
            {
                public abstract Tensor Apply(Tensor x, double scale = 0.5, bool? again = false);
            }

            public sealed class Tanh2 : Act
            {
                public override Tensor Apply(Tensor x, double scale = 0.5, bool? again = false) => again == true ? x : (x * scale).tanh();
            }
            """)));
        Assert.True(model.Neurons.Prove(randn(3, 6)).IsProved);
    }
}
