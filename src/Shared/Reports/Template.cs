using System.Text;

namespace DtcGen.Reports;

/// <summary>A text with places in double braces.</summary>
internal static class Template
{
    /// <summary>Fills every place in one pass, so that what is filled in is never searched again.</summary>
    /// <param name="template">The text.</param>
    /// <param name="parts">What goes into each place; none may be missing.</param>
    public static string Fill(string template, IReadOnlyDictionary<string, string> parts)
    {
        var text = new StringBuilder();
        var at = 0;
        while (template.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0)
        {
            var close = template.IndexOf("}}", open, StringComparison.Ordinal);
            text.Append(template, at, open - at).Append(parts[template[(open + 2)..close]]);
            at = close + 2;
        }

        return text.Append(template, at, template.Length - at).ToString();
    }
}
