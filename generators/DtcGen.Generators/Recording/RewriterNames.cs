using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Generators.Recording;

/// <summary>What a recorded method calls the recorder and the object whose method it is: names that its body does not use.</summary>
/// <param name="Recorder">The recorder.</param>
/// <param name="Self">The object.</param>
internal sealed record RewriterNames(string Recorder, string Self)
{
    public static RewriterNames Plain { get; } = new("recorder", "self");

    public static RewriterNames For(SyntaxNode body)
    {
        var used = new HashSet<string>(
            (body.Parent ?? body)
                .DescendantTokens()
                .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(static token => token.ValueText),
            StringComparer.Ordinal);
        return new RewriterNames(Free("recorder", used), Free("self", used));
    }

    private static string Free(string wanted, HashSet<string> used)
    {
        var name = wanted;
        while (used.Contains(name))
        {
            name += "_";
        }

        return name;
    }
}
