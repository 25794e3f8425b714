using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>A network's size in closed form: a sum of layers, whose sizes are numbers and the letters of groups.</summary>
internal sealed class SizeFormula
{
    private readonly ExpressionSyntax _sum;
    private readonly string[] _letters;

    private SizeFormula(ExpressionSyntax sum, string[] letters) => (_sum, _letters) = (sum, letters);

    /// <summary>Reads a formula.</summary>
    /// <param name="text">Such as <c>Layer(6, a) + Layer(2 * a, 3)</c>.</param>
    /// <param name="groups">The groups that its letters stand for.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static SizeFormula Parse(string text, IReadOnlyList<NetworkGroup> groups)
    {
        var sum = SyntaxFactory.ParseExpression(text);
        if (sum.ContainsDiagnostics)
        {
            throw new FormatException($"expected a size, 'Layer(6, a) + Layer(a, 3)', not '{text}'");
        }

        var formula = new SizeFormula(sum, [.. groups.Select(static group => group.Letter)]);

        // What cannot be computed is found here, not where a test first asks.
        formula.At([.. groups.Select(static group => group.Count)]);
        return formula;
    }

    /// <summary>The size when the groups, in their order, have so many neurons.</summary>
    public Size At(params long[] counts)
        => Sum(_sum, _letters.Zip(counts).ToDictionary(static pair => pair.First, static pair => pair.Second));

    private static Size Sum(ExpressionSyntax expression, Dictionary<string, long> counts) => expression switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } add => Sum(add.Left, counts) + Sum(add.Right, counts),
        InvocationExpressionSyntax call
            => Layer(call.Expression.ToString(), [.. call.ArgumentList.Arguments.Select(argument => Number(argument.Expression, counts))]),
        _ => throw new FormatException($"expected a layer, 'Layer(6, a)', or a sum, not '{expression}'"),
    };

    private static Size Layer(string name, long[] numbers) => (name, numbers) switch
    {
        ("Layer", [var inputs, var outputs]) => Size.Layer(inputs, outputs),
        ("Layer", [var inputs, var outputs, var kernel, var places]) => Size.Layer(inputs, outputs, kernel, places),
        ("NoBias", [var inputs, var outputs]) => Size.NoBias(inputs, outputs),
        ("NoBias", [var inputs, var outputs, var kernel, var places]) => Size.NoBias(inputs, outputs, kernel, places),
        ("BatchNorm", [var channels]) => Size.BatchNorm(channels),
        ("LayerNorm", [var features]) => Size.LayerNorm(features),
        ("GroupNorm", [var groups, var channels]) => Size.GroupNorm(groups, channels),
        ("Parameters", [var number]) => new Size(number, 0),
        ("MultiplyAdds", [var number]) => new Size(0, number),
        _ => throw new FormatException($"expected a layer that Size knows, not '{name}' of {numbers.Length} numbers"),
    };

    private static long Number(ExpressionSyntax expression, Dictionary<string, long> counts) => expression switch
    {
        LiteralExpressionSyntax { Token.Text: var text }
            when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        IdentifierNameSyntax { Identifier.Text: var letter } when counts.TryGetValue(letter, out var count) => count,
        ParenthesizedExpressionSyntax inside => Number(inside.Expression, counts),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } add => Number(add.Left, counts) + Number(add.Right, counts),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } times
            => Number(times.Left, counts) * Number(times.Right, counts),
        _ => throw new FormatException($"expected a number or a group's letter, not '{expression}'"),
    };
}
