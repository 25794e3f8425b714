using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Generators.Tests;

/// <summary>What is generated brings no warning into a project that has every one of the compiler's on, as errors.</summary>
public sealed class WarningTests
{
    private static readonly CSharpParseOptions Documented = TestCompilation.ParseOptions.WithDocumentationMode(DocumentationMode.Diagnose);

    // The compilation of a project with nullable references, documentation, and warnings as errors.
    private static readonly CSharpCompilation Strict = CSharpCompilation.Create(
        "Strict",
        [],
        TestCompilation.References(withOnnx: true),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            warningLevel: 9999,
            generalDiagnosticOption: ReportDiagnostic.Error,
            nullableContextOptions: NullableContextOptions.Enable));

    public static TheoryData<string, string> Sources
    {
        get
        {
            var sources = new TheoryData<string, string>();
            foreach (var network in Networks.All)
            {
                sources.Add(network.Name, network.Source);
            }

            foreach (var (name, source) in new[] { ("Chain", Networks.Chain(2, bias: true)) })
            {
                sources.Add(name, source);
            }

            foreach (var file in CaseFile.Names().Select(CaseFile.Of).Where(static file => file.Expected == "read"))
            {
                sources.Add(file.Name, file.Source);
            }

            return sources;
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void GeneratedCodeBringsNone(string name, string source)
    {
        var driver = CSharpGeneratorDriver.Create([new DualTomographicGenerator().AsSourceGenerator()], parseOptions: Documented);
        driver.RunGeneratorsAndUpdateCompilation(
            Strict.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Documented, "Source0.cs")), out var compilation, out _);
        var trees = compilation.SyntaxTrees.Where(static tree => tree.FilePath != "Source0.cs").ToArray();

        Assert.True(trees.Length > 0, name);
        Assert.Empty(compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && trees.Contains(diagnostic.Location.SourceTree))
            .Select(static diagnostic => diagnostic.ToString()));
    }
}
