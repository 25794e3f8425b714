using System.Globalization;
using System.Text;

namespace DtcGen.Cli.Terminal;

/// <summary>
/// Makes text from a file harmless: a name may hold what a terminal takes for a command, or what has a reader see another name.
/// </summary>
internal static class ControlCharacters
{
    /// <summary>The text with its control characters spelt out, as in <c>\u001b</c>; lines stay lines.</summary>
    /// <param name="text">The text.</param>
    public static string Escape(string text) => Escape(text, keepsLines: true);

    /// <summary>The text on one line, with its control characters spelt out.</summary>
    /// <param name="text">The text.</param>
    public static string OnOneLine(string text) => Escape(text, keepsLines: false);

    private static string Escape(string text, bool keepsLines)
    {
        if (!text.Any(c => IsEscaped(c, keepsLines)))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = (IsEscaped(c, keepsLines), c) switch
            {
                (false, _) => escaped.Append(c),
                (_, '\n') => escaped.Append("\\n"),
                (_, '\r') => escaped.Append("\\r"),
                (_, '\t') => escaped.Append("\\t"),
                _ => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            };
        }

        return escaped.ToString();
    }

    // Beside the control characters: separators of lines, and what turns the direction of writing.
    private static bool IsEscaped(char c, bool keepsLines)
        => (char.IsControl(c) && !(keepsLines && c == '\n'))
            || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
