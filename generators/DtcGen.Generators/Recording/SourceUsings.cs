using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Recording;

/// <summary>The usings of a user's file, so that its code means the same in a generated one.</summary>
internal static class SourceUsings
{
    public static IEnumerable<string> Outer(SyntaxTree tree, CancellationToken cancellation)
    {
        var unit = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        return unit.Externs.Select(Text).Concat(unit.Usings.Where(static line => line.GlobalKeyword.Span.IsEmpty).Select(Text));
    }

    public static IEnumerable<string> Inner(SyntaxTree tree, CancellationToken cancellation)
        => ((CompilationUnitSyntax)tree.GetRoot(cancellation))
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<BaseNamespaceDeclarationSyntax>()
            .SelectMany(static scope => scope.Usings)
            .Select(Text)
            .Distinct();

    private static string Text(SyntaxNode node) => node.WithoutTrivia().ToString();
}
