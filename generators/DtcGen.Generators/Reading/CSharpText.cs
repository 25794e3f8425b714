using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Generators.Reading;

/// <summary>Prints what was read as C# source.</summary>
internal static class CSharpText
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static string Type(ITypeSymbol type) => type.ToDisplayString(TypeFormat);

    public static string Namespace(INamespaceSymbol scope)
        => string.Join(
            ".",
            scope.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)
                .Split('.')
                .Select(static part => Identifier(part.TrimStart('@'))));

    public static string Identifier(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    public static string Literal(object? constant) => constant switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        double number => Real(number, "double", string.Empty),
        float number => Real(number, "float", "f"),
        object?[] items => $"[{string.Join(", ", items.Select(Literal))}]",
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => constant.ToString(),
    };

    private static string Real(double number, string type, string suffix)
    {
        if (double.IsNaN(number))
        {
            return $"{type}.NaN";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? $"{type}.PositiveInfinity" : $"{type}.NegativeInfinity";
        }

        var text = suffix.Length == 0
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : ((float)number).ToString("R", CultureInfo.InvariantCulture);
        var isWhole = text.All(static c => c is '-' || char.IsDigit(c));
        return (isWhole ? text + ".0" : text) + suffix;
    }
}
