using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.PublicModels.Sources;

/// <summary>Which files of a project need which, so that a class is compiled with what it needs alone.</summary>
internal sealed class TreeReferences
{
    private readonly Dictionary<string, HashSet<string>> _needed = new(StringComparer.Ordinal);
    private readonly string[] _always;

    private TreeReferences(CSharpCompilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            _needed[tree.FilePath] = Needed(tree, compilation.GetSemanticModel(tree));
        }

        _always = [
            .. from tree in compilation.SyntaxTrees
               where tree.GetRoot() is CompilationUnitSyntax unit
                   && unit.Usings.Any(static directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
               select tree.FilePath
        ];
    }

    public static TreeReferences Of(CSharpCompilation compilation) => new(compilation);

    /// <summary>The files that a class's declarations need, themselves among them.</summary>
    public IReadOnlySet<string> From(INamedTypeSymbol type)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(_always.Concat(type.DeclaringSyntaxReferences.Select(static part => part.SyntaxTree.FilePath)));
        while (waiting.TryPop(out var file))
        {
            if (reached.Add(file))
            {
                foreach (var next in _needed[file])
                {
                    waiting.Push(next);
                }
            }
        }

        return reached;
    }

    private static HashSet<string> Needed(SyntaxTree tree, SemanticModel model)
        => [
            .. tree.GetRoot().DescendantNodes()
                .OfType<SimpleNameSyntax>()
                .Select(name => model.GetSymbolInfo(name).Symbol)
                .Where(static symbol => symbol is not null and not INamespaceSymbol)
                .SelectMany(static symbol => symbol!.OriginalDefinition.DeclaringSyntaxReferences)
                .Select(static part => part.SyntaxTree.FilePath)
        ];
}
