using DtcGen.Onnx;
using DtcGen.Recording;
using Microsoft.ML.OnnxRuntime;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Models that are recorded when they run: grouped, clipped exactly, exported.</summary>
public sealed class RecordedTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. RecordedModels.All.Select(static model => model.Name)];

    public static TheoryData<string> ReadNames => Networks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void IsExportedAndClippedExactly(string name)
    {
        var model = RecordedModels.All.Single(model => model.Name == name);
        using var scope = NewDisposeScope();
        var generated = RecordedCase.Compile(model.Source);
        Assert.Contains(generated.Diagnostics, static diagnostic => diagnostic.Id == "DTC012");
        using var recorded = RecordedCase.Make(generated, [randn([2, .. model.Input])]);
        Show(recorded);
        Assert.Equal(model.Groups, recorded.Neurons.Groups.Select(static group => group.Name));
        RecordedCase.CheckExport(recorded, [randn([1, .. model.Input])], [randn([37, .. model.Input])]);
        RecordedCase.CheckClips(generated, [randn([2, .. model.Input])], [randn([5, .. model.Input])]);
    }

    [Theory]
    [MemberData(nameof(ReadNames))]
    public void ARecordedModelIsWhatItsReaderReads(string name)
    {
        var network = Networks.Of(name);
        using var scope = NewDisposeScope();
        var generated = RecordedCase.Compile(network.Source
            .Replace("[DualTomographic]", "[DualTomographic(Record = true)]", StringComparison.Ordinal)
            .Replace("[DualTomographic(Keep", "[DualTomographic(Record = true, Keep", StringComparison.Ordinal));
        using var recorded = RecordedCase.Make(generated, network.MakeInputs(2));
        using var read = LoadedModel.From(network.Source);
        Show(recorded);
        Assert.IsAssignableFrom<IRecordedModel>(recorded.Module);
        Assert.Equal(read.Neurons.Groups.Select(NetworkGroup.MembersOf), recorded.Neurons.Groups.Select(NetworkGroup.MembersOf));
        RecordedCase.CheckExport(recorded, network.MakeInputs(1), network.MakeInputs(37));
        RecordedCase.CheckClips(generated, network.MakeInputs(2), network.MakeInputs(5));
    }

    [Theory]
    [InlineData("P01_detector")]
    [InlineData("P03_residual")]
    [InlineData("P04_unet")]
    [InlineData("P05_mobile")]
    public void HeightAndWidthMayBeLeftOpen(string name)
    {
        using var scope = NewDisposeScope();
        var text = RecordedCaseTests.Source(name);
        var generated = Generated.Run(text);
        var channels = name == "P04_unet" ? 2 : 3;
        using var model = RecordedCase.Make(generated, [randn(2, channels, 16, 16)]);
        model.Module.eval();
        var file = OnnxExport.Build((IOnnxExportable)model.Module, new OnnxInput([OnnxInput.Batch, channels, "height", "width"]));
        Assert.Empty(OnnxChecker.Check(file));
        using var session = new InferenceSession(file.ToBytes());
        foreach (var (batch, height, width) in new[] { (1, 16, 16), (3, 24, 40), (37, 32, 8) })
        {
            Assert.InRange(ExportedFile.Difference(session, model, randn(batch, channels, height, width)), 0, RecordedCase.Tolerance);
        }
    }

    [Fact]
    public void AHeightThatTheCodeFixesIsSaid()
    {
        using var scope = NewDisposeScope();
        var generated = RecordedCase.Compile(
            Networks.Of("LeNet").Source.Replace("[DualTomographic]", "[DualTomographic(Record = true)]", StringComparison.Ordinal));
        var input = Networks.Of("LeNet").MakeInputs(2);
        using var model = RecordedCase.Make(generated, input);
        var shape = input[0].shape;
        var refusal = Assert.Throws<OnnxExportException>(
            () => OnnxExport.Build((IOnnxExportable)model.Module, new OnnxInput([OnnxInput.Batch, shape[1], "height", "width"])));
        Assert.Contains("is fixed by the code", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TrainingAndExportRecordAModelThemselves()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(RecordedCase.Compile(RecordedModels.All[0].Source));
        OnnxExport.Build((IOnnxExportable)model.Module, OnnxInput.Batched(RecordedModels.All[0].Input));
        Assert.NotEmpty(model.Neurons.Groups);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsProvedAndAsItWasAfterwards(string name)
    {
        using var scope = NewDisposeScope();
        var recorded = RecordedModels.All.Single(model => model.Name == name);
        using var model = LoadedModel.From(RecordedCase.Compile(recorded.Source));
        var before = LayerWeights.Snapshot(model.Module);
        var proof = model.Neurons.Prove(randn([3, .. recorded.Input]));
        output.WriteLine(proof.ToString());
        Assert.True(proof.IsProved, proof.ToString());
        Assert.Equal(recorded.Groups, proof.Groups.Select(static group => group.Group));
        Assert.NotNull(proof.File?.Parity);
        Assert.Equal(before, LayerWeights.Snapshot(model.Module));
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

    [Fact]
    public void AnOverrideInAPrivateClassIsNeverTakenForItsBase()
    {
        using var scope = NewDisposeScope();
        var generated = Generated.Run(ModelSource.Of(
            """
            private readonly Linear fc1 = Linear(6, 8);
            private readonly Act act = Hidden.Make();
            private readonly Linear fc2 = Linear(8, 3);

            public override Tensor forward(Tensor x) => fc2.call(act.Apply(fc1.call(x)));
            """,
            "[DualTomographic(Record = true)]",
            """
            public class Act
            {
                public virtual Tensor Apply(Tensor x) => x.tanh();
            }

            public static class Hidden
            {
                public static Act Make() => new Steeper();

                private sealed class Steeper : Act
                {
                    public override Tensor Apply(Tensor x) => x.tanh() * 2;
                }
            }
            """));
        generated.AssertCompiles();
        using var model = LoadedModel.From(generated);
        Assert.Contains(
            "cannot be recorded",
            Assert.Throws<NotSupportedException>(() => ((IRecordedModel)model.Module).RecordInputs(randn(2, 6))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AClipThatIsNotExactIsSeenByItsProof()
    {
        // A network that is not what its groups say: one more use of the neurons than the recording saw.
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(RecordedCase.Compile(RecordedModels.All[0].Source));
        var network = (nn.Module<Tensor, Tensor>)model.Module;
        var proof = model.Neurons.Prove(
            inputs => [network.call(inputs[0]) + model.Neurons.CountNeurons(model.Neurons.Groups[0])], randn(3, 8));
        Assert.False(proof.IsProved);
        Assert.Contains("NOT EXACT", proof.ToString(), StringComparison.Ordinal);
    }

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
    public void WhatCannotBeRecordedIsAnErrorAtItsPlace()
        => Generated.Run(ModelSource.Of(
            """
            private readonly Linear fc = Linear(6, 6);

            public override Tensor forward(Tensor x)
            {
                var (parts, i) = (new[] { x }, 0);
                parts[i++] += fc.call(x);
                return parts[0];
            }
            """,
            "[DualTomographic(Record = true)]")).AssertReports(
                ("DTC012", "Net", "is recorded when it runs"),
                ("DTC013", "parts[i++]", "write it as an assignment"));

    [Fact]
    public void ABlockThatCannotBeIsAWarningAndStopsTheRecording()
    {
        var generated = Generated.Run(ModelSource.Of(
            """
            private readonly Linear fc = Linear(6, 6);
            private readonly Mine mine = new();

            public override Tensor forward(Tensor x) => mine.call(fc.call(x));
            """,
            "[DualTomographic(Record = true)]",
            """
            public sealed class Mine : Sequential
            {
                public Mine() : base(("fc", Linear(6, 6))) { }
                public override Tensor forward(Tensor x) => base.forward(x).relu();
            }
            """));
        generated.AssertReports(
            ("DTC012", "Net", "is recorded when it runs"),
            ("DTC014", "base.forward", "whose code cannot be called from outside"));
        using var model = LoadedModel.From(generated);
        Assert.Contains(
            "'Mine.forward' cannot be recorded",
            Assert.Throws<NotSupportedException>(() => ((IRecordedModel)model.Module).RecordInputs(randn(2, 6))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatDependsOnTheEntriesOfItsInputIsRefused()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(RecordedCase.Compile(ModelSource.Of(
            """
            private readonly Linear fc = Linear(6, 6);

            public override Tensor forward(Tensor x) => x.sum().item<float>() > 0 ? fc.call(x) : fc.call(x).relu();
            """,
            "[DualTomographic(Record = true)]")));
        var refusal = Assert.Throws<InvalidOperationException>(
            () => ((IRecordedModel)model.Module).RecordInputs(cat([ones(1, 6), -3 * ones(2, 6)])));
        Assert.Contains("depends on the entries of its input", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatThrowsWithOtherEntriesIsRefused()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(RecordedCase.Compile(ModelSource.Of(
            """
            private readonly Linear fc = Linear(6, 6);

            public override Tensor forward(Tensor x)
                => x[0, 0].item<float>() == 1 && x.shape[0] == 2 ? fc.call(x) : throw new ArgumentException("starts with a one");
            """,
            "[DualTomographic(Record = true)]")));
        var refusal = Assert.Throws<InvalidOperationException>(() => ((IRecordedModel)model.Module).RecordInputs(ones(2, 6)));
        Assert.Contains("its forward throws: starts with a one", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BeforeItIsRecordedAClearExceptionSaysSo()
    {
        using var model = LoadedModel.From(RecordedCase.Compile(RecordedModels.All[0].Source));
        Assert.Contains(
            "call its Record once", Assert.Throws<InvalidOperationException>(() => model.Neurons.Groups).Message, StringComparison.Ordinal);
    }

    private void Show(LoadedModel model)
    {
        foreach (var group in model.Neurons.Groups)
        {
            output.WriteLine(NetworkGroup.MembersOf(group));
        }

        foreach (var pinned in model.Neurons.Pinned)
        {
            output.WriteLine($"{pinned.Layer} stays: {pinned.Reason}");
        }
    }
}
