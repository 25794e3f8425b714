using System.Text.RegularExpressions;
using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Tests;

/// <summary>Every diagnostic, at its exact place.</summary>
public sealed class DiagnosticTests
{
    private const string Layers =
        """
        private readonly Linear fc1 = Linear(6, 8);
        private readonly Linear fc2 = Linear(8, 3);

        """;

    private const string Explained = "[DualTomographic(Explain = true)]";

    [Fact]
    public void ClassNotPartial()
        => Report(ModelSource.Of(Layers + "public override Tensor forward(Tensor x) => fc2.call(fc1.call(x));")
            .Replace("sealed partial", "sealed", StringComparison.Ordinal))
            .AssertReports(("DTC001", "Net", "'Net' must be declared partial"));

    [Fact]
    public void ContainingTypeNotPartial()
        => Report(ModelSource.Usings + $$"""
            public class Outer
            {
                [DualTomographic]
                public sealed partial class Net : Module<Tensor, Tensor>
                {
                    {{Layers}}
                    public Net() : base(nameof(Net)) => RegisterComponents();
                    public override Tensor forward(Tensor x) => fc2.call(fc1.call(x));
                }
            }
            """).AssertReports(("DTC002", "Outer", "'Outer' must be declared partial, because code is generated into 'Net'"));

    [Theory]
    [InlineData("public sealed partial class Net { }")]
    [InlineData("public abstract partial class Net : Module<Tensor, Tensor> { protected Net() : base(\"Net\") { } }")]
    [InlineData(
        "public sealed partial class Net : Module<int, int> { public Net() : base(\"Net\") { } public override int forward(int x) => x; }")]
    public void NoForward(string type)
        => Report(ModelSource.Usings + "[DualTomographic]\n" + type).AssertReports(("DTC003", "Net", "'Net' has no forward to read"));

    [Theory]
    [InlineData("fc2.call(fc1.call(x).triu())", "fc1.call(x).triu()", "expected a call of a layer")]
    [InlineData("fc2.call(torch.cumsum(fc1.call(x), 1))", "torch.cumsum(fc1.call(x), 1)", "expected a call of a layer")]
    [InlineData("fc2.call(training ? fc1.call(x) : x)", "fc1", "no layer, weight or method that only training uses")]
    [InlineData("fc2.call(x.dim() > 1 ? fc1.call(x) : x)", "x.dim() > 1", "expected a condition that is known at compile time")]
    [InlineData("fc2.call(functional.dropout(fc1.call(x)))", "functional.dropout(fc1.call(x))", "pass 'training'")]
    [InlineData("fc2.call(Forever(fc1.call(x)))", "Forever(y)", "calls that come to an end")]
    [InlineData("fc2.call(functional.elu(fc1.call(x), x.shape[0]))", "x.shape[0]", "expected a number")]
    [InlineData("fc2.call(functional.scaled_dot_product_attention(x, x, fc1.call(x), p: 0.1))", "0.1", "attention without dropout")]
    [InlineData(
        "fc2.call(functional.scaled_dot_product_attention(x, x, fc1.call(x), is_casual: HasCuda()))",
        "HasCuda()",
        "expected true or false")]
    public void UnreadableExpression(string expression, string at, string says)
        => Report(ModelSource.Of(Layers
            + $"public override Tensor forward(Tensor x) => {expression};\nprivate Tensor Forever(Tensor y) => Forever(y);\nprivate static bool HasCuda() => torch.cuda.is_available();"))
            .AssertReports(("DTC004", at, says));

    [Fact]
    public void UnreadableStatement()
        => Report(ModelSource.Of(Layers + """
            public override Tensor forward(Tensor x)
            {
                while (training)
                {
                    x = fc1.call(x);
                }

                return fc2.call(x);
            }
            """)).AssertReports(("DTC004", "while (training)\n        {\n            x = fc1.call(x);\n        }", "expected a declaration, an assignment, a call or a return"));

    [Fact]
    public void EachUnreadableExpressionIsReported()
        => Report(ModelSource.Of(Layers + """
            public override Tensor forward(Tensor x)
            {
                var a = x.triu();
                var b = x.tril();
                return fc2.call(a + b);
            }
            """)).AssertReports(("DTC004", "x.triu()", "expected"), ("DTC004", "x.tril()", "expected"));

    [Fact]
    public void ATensorChangedThroughAViewOfItIsNotReadAgain()
        => Report(ModelSource.Of(Layers + """
            public override Tensor forward(Tensor x)
            {
                var h = fc1.call(x);
                var flat = h.flatten(1);
                flat.relu_();
                return fc2.call(flat + h);
            }
            """)).AssertReports(("DTC004", "h", "changed in place through a view"));

    [Fact]
    public void LayerUsedTwice()
        => Report(ModelSource.Of(
            "private readonly Linear fc = Linear(6, 6);\npublic override Tensor forward(Tensor x) => fc.call(fc.call(x).relu());"))
            .AssertReports(("DTC005", "fc.call(fc.call(x).relu())", "'fc' is used a second time"));

    [Fact]
    public void NothingPrunable()
    {
        var generated = Report(
            ModelSource.Of("private readonly Linear fc = Linear(6, 3);\npublic override Tensor forward(Tensor x) => fc.call(x);"));
        generated.AssertReports(("DTC006", "Net", "'fc' stays: they are the model's output"));
        generated.AssertCompiles();
    }

    [Fact]
    public void UnknownNameInKeep()
        => Report(ModelSource.Of(
            Layers + "public override Tensor forward(Tensor x) => fc2.call(fc1.call(x));", """[DualTomographic(Keep = ["fc1", "fc3"])]"""))
            .AssertReports(("DTC007", "\"fc3\"", "it uses: 'fc1', 'fc2'"));

    [Fact]
    public void UnknownLayer()
        => Report(ModelSource.Class(
            "private readonly Module<Tensor, Tensor> fc;\npublic override Tensor forward(Tensor x) => fc.call(x);",
            "public Net(Module<Tensor, Tensor> given) : base(\"Net\") { fc = given; RegisterComponents(); }"))
            .AssertReports(("DTC008", "given", "cannot tell what layer 'fc' is"));

    [Fact]
    public void FileLocalClass()
        => Report(ModelSource.Of(Layers + "public override Tensor forward(Tensor x) => fc2.call(fc1.call(x));")
            .Replace("public sealed partial", "file sealed partial", StringComparison.Ordinal))
            .AssertReports(("DTC009", "Net", "remove the modifier 'file'"));

    [Fact]
    public void GroupFoundAndLayerPinned()
        => Report(ModelSource.Of(Layers + "public override Tensor forward(Tensor x) => fc2.call(fc1.call(x));", Explained)).AssertReports(
            ("DTC010", "fc1", "Neuron group 'fc1' (each a neuron): made by 'fc1'; taken by 'fc2'"),
            ("DTC011", "fc2", "The neurons of 'fc2' stay: they are the model's output"));

    [Fact]
    public void AGroupInsideABlockIsExplainedAtTheFieldOfTheBlock()
        => Report(Networks.Of("InBlocks").Explained).AssertReports(
            ("DTC010", "enter", "made by 'enter', 'first.narrow', 'second.narrow'; taken by 'first.wide', 'second.wide', 'leave'"),
            ("DTC010", "first", "Neuron group 'first.wide'"),
            ("DTC010", "second", "Neuron group 'second.wide'"),
            ("DTC011", "leave", "they are the model's output"));

    [Theory]
    [InlineData("LeNet", "conv1", "each a channel")]
    [InlineData("Transformer", "q", "(each a head): made by 'q', 'k', 'v'; taken by 'o'")]
    [InlineData("Transformer", "up", "each a neuron")]
    [InlineData("ResNet", "stem", "with one entry each in 'norm', ")]
    public void AnExplanationSaysWhatTheNeuronsAre(string network, string group, string says)
    {
        var generated = Report(Networks.Of(network).Explained);
        var explained = Assert.Single(
            generated.Diagnostics, d => d.GetMessage().StartsWith($"Neuron group '{group}' ", StringComparison.Ordinal));
        Assert.Contains(says, explained.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnExplanationTellsWhatIsGeneratedAndChangesNothingOfIt()
    {
        foreach (var network in Networks.All)
        {
            var explained = Report(network.Explained);
            Assert.Equal(network.Groups.Count, explained.Diagnostics.Count(static d => d.Id == "DTC010"));
            Assert.All(explained.Diagnostics, static d => Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, d.Severity));
            Assert.Equal(Generated.From(network.Source).Sources.Single().Text, explained.Sources.Single().Text);
        }
    }

    [Fact]
    public void CodeThatDoesNotCompileIsLeftToTheCompiler()
    {
        var generated = Report(ModelSource.Of(Layers + "public override Tensor forward(Tensor x) => fc2.call(fc9.call(x));"));
        generated.AssertReports();
        Assert.Empty(generated.Sources);
    }

    [Fact]
    public void EveryDiagnosticHasAPage()
    {
        var pages = Path.Combine(RepositoryFolder(), "docs", "diagnostics");
        Assert.All(Descriptors.All, descriptor =>
        {
            var page = Path.Combine(pages, $"{descriptor.Id}.md");
            Assert.True(File.Exists(page), page);
            Assert.StartsWith($"# {descriptor.Id}: {descriptor.Title}", File.ReadAllText(page), StringComparison.Ordinal);
        });

        // The packages' build files have errors and warnings of their own.
        var ofBuilds = Directory.GetFiles(Path.Combine(RepositoryFolder(), "eng", "backend"))
            .Where(static file => Path.GetExtension(file) is ".targets" or ".cs")
            .SelectMany(static file => Regex.Matches(File.ReadAllText(file), "\"(DTC9[0-9]{2})\""))
            .Select(static match => match.Groups[1].Value);
        Assert.Equal(
            Descriptors.All.Select(static descriptor => descriptor.Id).Union(ofBuilds).Order(StringComparer.Ordinal),
            Directory.GetFiles(pages, "DTC*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryPageShowsTheCauseAnExampleAndTheFix()
        => Assert.All(Descriptors.All, static descriptor =>
        {
            var page = File.ReadAllText(Path.Combine(RepositoryFolder(), "docs", "diagnostics", $"{descriptor.Id}.md"));
            Assert.Equal(
                ["## Cause", "## Example", "## Fix"],
                page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)));
            Assert.Contains($"Severity: {descriptor.DefaultSeverity.ToString().ToLowerInvariant()}.", page, StringComparison.Ordinal);
            Assert.Contains(descriptor.Id, page[page.IndexOf("## Example", StringComparison.Ordinal)..], StringComparison.Ordinal);

            // What an editor shows beside the message: the page without its example, in every build.
            var text = descriptor.Description.ToString(System.Globalization.CultureInfo.InvariantCulture).Split("\n\nFix\n\n");
            Assert.Equal(2, text.Length);
            Assert.True(text[0].Length > 40 && page.Contains($"## Cause\n\n{text[0]}\n\n## Example", StringComparison.Ordinal), text[0]);
            var fix = page[page.IndexOf("## Fix", StringComparison.Ordinal)..];
            Assert.All(text[1].Split('\n'), line => Assert.Contains($"\n{line}\n", fix, StringComparison.Ordinal));
        });

    [Fact]
    public void EveryDiagnosticIsInTheReleaseFiles()
        => Assert.All(Descriptors.All, static descriptor =>
        {
            var row = File.ReadLines(Path.Combine(RepositoryFolder(), "generators", "DtcGen.Generators", "AnalyzerReleases.Unshipped.md"))
                .Concat(File.ReadLines(Path.Combine(RepositoryFolder(), "generators", "DtcGen.Generators", "AnalyzerReleases.Shipped.md")))
                .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
                .Single(row => row[0] == descriptor.Id);
            Assert.Equal(
                [
                    descriptor.Id, "DtcGen", $"{descriptor.DefaultSeverity}",
                    descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)
                ],
                row);
        });

    private static Generated Report(string source) => Generated.Run(ModelSource.Insisting(source));

    private static string RepositoryFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
