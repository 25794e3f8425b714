namespace DtcGen.Testing.Tests;

public sealed class GeneratedCodeTests
{
    private const string Net = """
        using DtcGen;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        [DualTomographic]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc1 = Linear(6, 8);
            private readonly Linear fc2 = Linear(8, 3);
            public Net() : base(nameof(Net)) => RegisterComponents();
            public override Tensor forward(Tensor x) => fc2.call(fc1.call(x));
        }
        """;

    [Fact]
    public void SourcesHaveTheNamesOfTheirClasses()
    {
        var code = GeneratedCode.For(Net);

        var source = Assert.Single(code.Sources);
        Assert.Equal("Net.DualTomographic.g.cs", source.Name);
        Assert.Equal(source.Text, code.ToString());
        Assert.Empty(code.Diagnostics);
    }

    [Fact]
    public void EachOfSeveralClassesHasAFileOfItsOwn()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var test = Path.Combine(folder.FullName, "NetTests.cs");
            File.WriteAllText(test, "");
            var code = GeneratedCode.For(
                Net + Net[Net.IndexOf("[Dual", StringComparison.Ordinal)..].Replace("Net", "Other", StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(folder.FullName, "NetTests.Both#Net.verified.cs"), code.Sources[0].Text);
            File.WriteAllText(Path.Combine(folder.FullName, "NetTests.Both#Other.verified.cs"), code.Sources[1].Text);

            code.MatchVerified(file: test, test: "Both");

            Assert.Equal(["Net.DualTomographic.g.cs", "Other.DualTomographic.g.cs"], code.Sources.Select(static source => source.Name));
            Assert.Equal(3, folder.GetFiles().Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void ExplanationsThatTheClassAsksForAreNoFailureAndCanBeExpected()
    {
        var explained = Net.Replace("[DualTomographic]", "[DualTomographic(Explain = true)]", StringComparison.Ordinal);

        Assert.Equal(["DTC010", "DTC011"], GeneratedCode.For(explained).Diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.Single(GeneratedCode.For(explained, "DTC010", "DTC011").Sources);
        Assert.Throws<GeneratedCodeException>(() => GeneratedCode.For(Net, "DTC010"));
    }

    [Fact]
    public void WhatWasNotExpectedFailsAndIsShownAtItsPlace()
    {
        var failure = Assert.Throws<GeneratedCodeException>(() => GeneratedCode.For(Net.Replace("sealed partial", "sealed")));

        Assert.Contains("Expected no diagnostic, and the generator reported DTC001.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("(7,21): error DTC001", failure.Message, StringComparison.Ordinal);
        Assert.Contains("expected: [\"DTC001\"]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasExpectedAndNotReportedFails()
    {
        var failure = Assert.Throws<GeneratedCodeException>(() => GeneratedCode.For(Net, "DTC001"));

        Assert.Contains("Expected DTC001, and the generator reported no diagnostic.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SourceThatDoesNotCompileFails()
    {
        var failure = Assert.Throws<GeneratedCodeException>(() => GeneratedCode.For(Net + "\npublic class Other : Missing;"));

        Assert.Contains("error CS0246", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AClassThatIsNotMarkedHasNoGeneratedCode()
    {
        var failure = Assert.Throws<GeneratedCodeException>(() => GeneratedCode.ForType<GeneratedCodeTests>());

        Assert.Contains("Is it marked [DualTomographic]?", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheCodeOfAClassIsWhatTheCompilerPutIntoIt()
    {
        // The generated half of Mlp in this assembly was written by the same generator, run by the compiler.
        var names = typeof(Mlp).GetInterfaces().Select(static type => type.Name);

        var code = GeneratedCode.ForType<Mlp>();

        Assert.Equal("DtcGen.Testing.Tests.Mlp.DualTomographic.g.cs", Assert.Single(code.Sources).Name);
        Assert.Contains("IOnnxExportable", names);
        Assert.Contains("global::DtcGen.Onnx.IOnnxExportable", code.ToString(), StringComparison.Ordinal);
    }
}
