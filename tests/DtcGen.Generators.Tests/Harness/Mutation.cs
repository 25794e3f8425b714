using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>Changes a source as a slip of the hand would: deletes, doubles and swaps what it is made of.</summary>
internal static class Mutation
{
    /// <summary>A source with one or two changes behind its attribute.</summary>
    public static string Of(string source, Random chance)
    {
        for (var count = chance.Next(1, 3); count > 0; count--)
        {
            source = Once(source, chance);
        }

        return source;
    }

    private static string Once(string source, Random chance)
    {
        var root = CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions).GetRoot();
        var start = source.IndexOf("DualTomographic", source.IndexOf("namespace", StringComparison.Ordinal), StringComparison.Ordinal);

        // Whole pieces leave more programs than tokens do, and other ones.
        var kinds = (chance.Next(4) switch
        {
            0 => root.DescendantTokens().Select(static token => (token.RawKind, token.Span)),
            1 => root.DescendantNodes().OfType<StatementSyntax>().Select(static node => (0, node.Span)),
            2 => root.DescendantNodes().OfType<MemberDeclarationSyntax>().Select(static node => (0, node.Span)),
            _ => root.DescendantNodes().OfType<ExpressionSyntax>().Select(static node => (0, node.Span)),
        }).Where(piece => piece.Span.Start > start && piece.Span.Length > 0).ToArray();
        if (kinds.Length == 0)
        {
            return source;
        }

        var piece = kinds[chance.Next(kinds.Length)];
        var alike = kinds.Where(other => other.Item1 == piece.Item1 && !other.Span.OverlapsWith(piece.Span)).ToArray();
        var text = source.Substring(piece.Span.Start, piece.Span.Length);
        switch (chance.Next(6))
        {
            case 0:
                return Replace(source, piece.Span, string.Empty);
            case 1:
                return Replace(source, piece.Span, $"{text} {text}");
            case 2 or 3 when alike.Length > 0:
                // The two change places, the later one first so that the earlier stays where it is.
                var other = alike[chance.Next(alike.Length)].Span;
                var otherText = source.Substring(other.Start, other.Length);
                return other.Start > piece.Span.Start
                    ? Replace(Replace(source, other, text), piece.Span, otherText)
                    : Replace(Replace(source, piece.Span, otherText), other, text);
            default:
                var taken = alike.Length > 0 ? alike[chance.Next(alike.Length)].Span : piece.Span;
                return Replace(source, piece.Span, source.Substring(taken.Start, taken.Length));
        }
    }

    private static string Replace(string source, TextSpan span, string text) => source[..span.Start] + text + source[span.End..];
}
