using DtcGen.PublicModels.Sources;
using Microsoft.CodeAnalysis;

namespace DtcGen.PublicModels.Marking;

/// <summary>A class with what was generated for it, compiled into a file.</summary>
/// <param name="Success">Whether it compiles.</param>
/// <param name="Problems">The compiler's errors, and its warnings of the generated code.</param>
internal sealed record EmittedClass(bool Success, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Compiles a class: with the files that it needs, and where that does not do, with the whole project.</summary>
    public static EmittedClass Emit(Generation generation, INamedTypeSymbol type, TreeReferences references, string file)
    {
        var needed = references.From(type);
        var unneeded = generation.Compilation.SyntaxTrees
            .Where(tree => !needed.Contains(tree.FilePath) && !generation.Generated.Contains(tree))
            .ToArray();
        var small = Emit(generation with { Compilation = generation.Compilation.RemoveSyntaxTrees(unneeded) }, file);
        if (small.Success)
        {
            return small;
        }

        var problems = generation.Problems(type);
        return problems.Any(static problem => problem.Severity == DiagnosticSeverity.Error)
            ? new EmittedClass(false, problems)
            : Emit(generation, file);
    }

    private static EmittedClass Emit(Generation generation, string file)
    {
        var emitted = generation.Compilation.Emit(file);
        return new EmittedClass(
            emitted.Success,
            [
                .. emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                    || (diagnostic.Severity == DiagnosticSeverity.Warning
                        && generation.Generated.Contains(diagnostic.Location.SourceTree!)))
            ]);
    }
}
