using DtcGen.CodeFixes;

namespace DtcGen.Generators.Tests;

/// <summary>What an editor offers at a diagnostic makes it go away, and leaves code that compiles.</summary>
public sealed class CodeFixTests
{
    private const string Members =
        """
        private readonly Linear enter = Linear(6, 7);
        private readonly Linear fc1 = Linear(7, 8);
        private readonly Sequential body = Sequential(Linear(8, 8), ReLU());
        private readonly Linear fc2 = Linear(8, 3);

        public override Tensor forward(Tensor x) => fc2.call(body.call(fc1.call(enter.call(x))));
        """;

    [Theory]
    [InlineData("public sealed class", "public sealed partial class")]
    [InlineData("public class", "public partial class")]
    [InlineData("/* plain */ class", "/* plain */ partial class")]
    public async Task AClassIsMadePartial(string before, string after)
    {
        var source = ModelSource.Of(Members).Replace("public sealed partial class", before, StringComparison.Ordinal);
        var fixedSource = await CodeFixRun.ApplyAsync(new PartialCodeFix(), "DTC001", source);
        Assert.Equal(source.Replace($"{before} Net", $"{after} Net", StringComparison.Ordinal), fixedSource);
        AssertClean(fixedSource);
    }

    [Fact]
    public async Task AClassIsMadePartialWithAllTypesAroundIt()
    {
        var source = Nested("sealed class Net");
        Assert.Equal(["Make 'Net' and the types around it partial"], await CodeFixRun.TitlesAsync(new PartialCodeFix(), "DTC001", source));
        var fixedSource = await CodeFixRun.ApplyAsync(new PartialCodeFix(), "DTC001", source);
        Assert.Equal(Partial(source), fixedSource);
        AssertClean(fixedSource);
    }

    [Fact]
    public async Task AllTypesAroundClassesAreMadePartialAtOnce()
    {
        var source = Nested("sealed partial class Net", "sealed partial class Other");
        var fixedSource = await CodeFixRun.ApplyAllAsync(new PartialCodeFix(), "DTC002", source);
        Assert.Equal(Partial(source), fixedSource);
        AssertClean(fixedSource);
    }

    [Theory]
    [InlineData("[\"fc\"]", "[nameof(fc1)]")]
    [InlineData("new[] { \"fc1\", \"body.1\" }", "new[] { \"fc1\", \"body.0\" }")]
    [InlineData("new string[] { /* head */ \"fc22\" }", "new string[] { /* head */ nameof(fc2) }")]
    public async Task ANameThatIsNoLayerBecomesTheNearestThatIs(string before, string after)
    {
        var fixedSource = await CodeFixRun.ApplyAsync(new KeepNameCodeFix(), "DTC007", Keeping(before));
        Assert.Equal(Keeping(after), fixedSource);
        AssertClean(fixedSource);
    }

    [Fact]
    public async Task TheNearestNamesAreOfferedAndTheSecondCanBeTaken()
    {
        var source = Keeping("[\"fc3\"]");
        Assert.Equal(["Keep 'fc1'", "Keep 'fc2'", "Keep 'enter'"], await CodeFixRun.TitlesAsync(new KeepNameCodeFix(), "DTC007", source));
        Assert.Equal(Keeping("[nameof(fc2)]"), await CodeFixRun.ApplyAsync(new KeepNameCodeFix(), "DTC007", source, choice: 1));
    }

    [Fact]
    public async Task AllWrongNamesArePutRightAtOnce()
    {
        var fixedSource = await CodeFixRun.ApplyAllAsync(new KeepNameCodeFix(), "DTC007", Keeping("[\"body\", \"fc1\", \"f1\"]"));
        Assert.Equal(Keeping("[\"body.0\", \"fc1\", nameof(fc1)]"), fixedSource);
        AssertClean(fixedSource);
    }

    [Theory]
    [InlineData("Explain = true", "Keep = [nameof(fc1)], Explain = true")]
    [InlineData("Explain = true, Keep = [\"body.0\"]", "Explain = true, Keep = [\"body.0\", nameof(fc1)]")]
    [InlineData("Keep = [], Explain = true", "Keep = [nameof(fc1)], Explain = true")]
    [InlineData("Keep = new[] { \"body.0\" }, Explain = true", "Keep = new[] { \"body.0\", nameof(fc1) }, Explain = true")]
    public async Task AnExplainedLayerIsKept(string before, string after)
    {
        var fixedSource = await CodeFixRun.ApplyAsync(new KeepLayerCodeFix(), "DTC010", Explained(before), says: "'fc1' (");
        Assert.Equal(Explained(after), fixedSource);

        var generated = Generated.Run(fixedSource);
        Assert.DoesNotContain(generated.Diagnostics, static d => d.Id == "DTC007");
        Assert.Contains(
            generated.Diagnostics, static d => d.Id == "DTC011" && d.GetMessage() == "The neurons of 'fc1' stay: the attribute keeps them");
        generated.AssertCompiles();
    }

    [Fact]
    public async Task AllExplainedLayersAreKeptAtOnce()
    {
        var fixedSource = await CodeFixRun.ApplyAllAsync(new KeepLayerCodeFix(), "DTC010", Explained("Explain = true"));
        Assert.Equal(Explained("Keep = [nameof(enter), nameof(fc1), \"body.0\"], Explain = true"), fixedSource);
        Assert.DoesNotContain(Generated.Run(fixedSource).Diagnostics, static d => d.Id == "DTC010");
    }

    private static string Keeping(string list) => ModelSource.Of(Members, $"[DualTomographic(Keep = {list})]");

    private static string Explained(string arguments) => ModelSource.Of(Members, $"[DualTomographic({arguments})]");

    private static string Nested(params string[] declarations)
        => ModelSource.Usings + $$"""
            public static class Outer
            {
                // All networks.
                struct Inner
                {
            {{string.Join('\n', declarations.Select(static declaration => $$"""
                    [DualTomographic]
                    {{declaration}} : Module<Tensor, Tensor>
                    {
                        {{Members}}
                        public {{declaration[(declaration.LastIndexOf(' ') + 1)..]}}() : base("Net") => RegisterComponents();
                    }
            """))}}
                }
            }
            """;

    private static string Partial(string source)
        => source
            .Replace("public static class Outer", "public static partial class Outer", StringComparison.Ordinal)
            .Replace("    struct Inner", "    partial struct Inner", StringComparison.Ordinal)
            .Replace("sealed class Net", "sealed partial class Net", StringComparison.Ordinal);

    private static void AssertClean(string source)
    {
        var generated = Generated.Run(source);
        generated.AssertReports();
        generated.AssertCompiles();
    }
}
