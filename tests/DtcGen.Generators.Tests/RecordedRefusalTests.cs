using DtcGen.Recording;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>What cannot be recorded is said, at its place or in words, and is never recorded as something else.</summary>
public sealed class RecordedRefusalTests
{
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
}
