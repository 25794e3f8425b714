namespace DtcGen.Testing.Tests;

/// <summary>A model and its verified file, as docs/testing-your-model.md has its reader make them.</summary>
public sealed class MlpTests
{
    [Fact]
    public void Generated() => GeneratedCode.ForType<Mlp>().MatchVerified();

    [Fact]
    public void OneGroupOfSixNeuronsCanLeave()
    {
        using var model = new Mlp();
        var group = Assert.Single(model.Groups);
        Assert.Equal(6, model.CountNeurons(group));
    }

    [Fact]
    public void ReadingAConditionIsReported()
    {
        const string source = """
            using DtcGen;
            using TorchSharp.Modules;
            using static TorchSharp.torch;
            using static TorchSharp.torch.nn;

            [DualTomographic(Record = false)]
            public sealed partial class Net : Module<Tensor, Tensor>
            {
                private readonly Linear fc1 = Linear(6, 8);
                private readonly Linear fc2 = Linear(8, 3);
                public Net() : base(nameof(Net)) => RegisterComponents();
                public override Tensor forward(Tensor x) => fc2.call(x.shape[0] > 1 ? fc1.call(x) : x);
            }
            """;

        var code = GeneratedCode.For(source, expected: "DTC004");
        Assert.Contains("known at compile time", code.Diagnostics[0].GetMessage());
    }
}
