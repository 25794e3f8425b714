using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Recording;

/// <summary>Finds the source of a method or of a property's getter.</summary>
internal static class MethodBodies
{
    /// <summary>
    /// The block or the expression that it computes; null where there is none, as in an abstract method or an automatic
    /// property.
    /// </summary>
    public static SyntaxNode? Find(IMethodSymbol method, CancellationToken cancellation)
        => (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .Select(Body)
            .FirstOrDefault(static body => body is not null);

    private static SyntaxNode? Body(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression,
        AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody?.Expression,
        ArrowExpressionClauseSyntax arrow => arrow.Expression,
        PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Expression,
        IndexerDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Expression,
        _ => null,
    };
}
