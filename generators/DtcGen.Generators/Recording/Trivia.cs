using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Generators.Recording;

/// <summary>What stands between tokens.</summary>
internal static class Trivia
{
    /// <summary>A node without preprocessor directives and what they switched off: half of a pair could stand outside of it.</summary>
    public static SyntaxNode WithoutDirectives(SyntaxNode node)
        => node.ReplaceTrivia(
            node.DescendantTrivia()
                .Where(static trivia => trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia)
                    || trivia.IsKind(SyntaxKind.SkippedTokensTrivia)),
            static (_, _) => default);
}
