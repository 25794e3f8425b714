using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DtcGen.PublicModels.Marking;

/// <summary>Marks a class as its author would.</summary>
internal static class Marker
{
    private const string Attribute = "[global::DtcGen.DualTomographic] ";
    private const string Partial = "partial ";

    /// <summary>The compilation with a class marked, it and the types around it partial.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="type">The class.</param>
    public static CSharpCompilation Mark(CSharpCompilation compilation, INamedTypeSymbol type)
    {
        var changes = new Dictionary<SyntaxTree, List<TextChange>>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            foreach (var declaration in Declarations(current).Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                Add(declaration.SyntaxTree, new TextChange(new TextSpan(declaration.Keyword.SpanStart, 0), Partial));
            }
        }

        var first = Declarations(type).First();
        Add(first.SyntaxTree, new TextChange(new TextSpan(first.SpanStart, 0), Attribute));
        foreach (var (tree, edits) in changes)
        {
            // Where both stand at one place, the attribute comes first.
            var ordered = edits.OrderBy(static edit => edit.Span.Start).ThenBy(static edit => edit.NewText == Partial);
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(ordered)));
        }

        return compilation;

        void Add(SyntaxTree tree, TextChange change)
        {
            if (!changes.TryGetValue(tree, out var edits))
            {
                changes.Add(tree, edits = []);
            }

            edits.Add(change);
        }
    }

    private static IEnumerable<TypeDeclarationSyntax> Declarations(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences.Select(static part => part.GetSyntax()).OfType<TypeDeclarationSyntax>();
}
