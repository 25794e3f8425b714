using DtcGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.PublicModels.Marking;

/// <summary>What the generator makes of a project.</summary>
/// <param name="Compilation">The project with what was generated.</param>
/// <param name="Generated">What was generated.</param>
/// <param name="Diagnostics">What the generator reported.</param>
/// <param name="Failure">The exception that it ended with.</param>
internal sealed record Generation(
    CSharpCompilation Compilation, IReadOnlyList<SyntaxTree> Generated, IReadOnlyList<Diagnostic> Diagnostics, Exception? Failure)
{
    public static Generation Of(CSharpCompilation compilation)
    {
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        var driver = CSharpGeneratorDriver
            .Create([new DualTomographicGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        var result = driver.GetRunResult().Results.Single();
        return new Generation(
            (CSharpCompilation)updated,
            [.. result.GeneratedSources.Select(static source => source.SyntaxTree)],
            result.Diagnostics,
            result.Exception);
    }

    /// <summary>The first diagnostic that leaves the class without its other half, or null.</summary>
    public Diagnostic? Error => Diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
        .FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>What says that the class is recorded when it runs, and why; null when it is not.</summary>
    public Diagnostic? Recorded => Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id == "DTC012");

    /// <summary>What the compiler says of the generated code, and of the files where the class is declared.</summary>
    /// <param name="type">The class, in the project before it was marked.</param>
    public IReadOnlyList<Diagnostic> Problems(INamedTypeSymbol type)
    {
        var files = type.DeclaringSyntaxReferences.Select(static part => part.SyntaxTree.FilePath).ToHashSet(StringComparer.Ordinal);
        return [
            .. Compilation.SyntaxTrees
                .Where(tree => files.Contains(tree.FilePath) || Generated.Contains(tree))
                .SelectMany(tree => Compilation.GetSemanticModel(tree).GetDiagnostics()
                    .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                        || (diagnostic.Severity == DiagnosticSeverity.Warning && Generated.Contains(tree))))
        ];
    }
}
