using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading;

/// <summary>What a file names. A tree never changes, so it is found once, whatever else is edited.</summary>
internal static class FileNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Known = new();

    public static HashSet<string> Of(SyntaxTree file) => Known.GetValue(file, static file => [.. Find(file)]);

    private static IEnumerable<string> Find(SyntaxTree file)
        => file.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Select(static identifier => identifier.Identifier.ValueText);
}
