using System.Globalization;
using System.Text.RegularExpressions;

namespace DtcGen.Docs.Tests;

/// <summary>
/// What a page shows beside what its code printed. Words and whole numbers are the same; a number with decimals may
/// differ by a twentieth and one with an exponent (a rounding difference) by a factor of ten, since processors add in
/// different orders.
/// </summary>
internal static partial class ShownOutput
{
    private const double Twentieth = 0.05;
    private const double Factor = 10;

    public static bool Agrees(string shown, string printed)
    {
        var (left, right) = (Lines(shown), Lines(printed));
        var (expected, actual) = (Number().Matches(left), Number().Matches(right));
        return Number().Replace(left, "#") == Number().Replace(right, "#")
            && expected.Zip(actual).All(static pair => Agree(pair.First.Value, pair.Second.Value));
    }

    private static bool Agree(string shown, string printed)
    {
        var (a, b) = (Parse(shown), Parse(printed));
        return shown.Contains('E', StringComparison.OrdinalIgnoreCase) ? a == b || (b <= a * Factor && a <= b * Factor)
            : shown.Contains('.', StringComparison.Ordinal) ? Math.Abs(a - b) <= Twentieth * a
            : shown == printed;
    }

    private static double Parse(string number)
        => double.Parse(number, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string Lines(string text)
        => string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(static line => line.TrimEnd()));

    [GeneratedRegex(@"[0-9][0-9,]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")]
    private static partial Regex Number();
}
