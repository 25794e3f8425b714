using System.Net;
using System.Text;

namespace DtcGen.Samples.Paper;

/// <summary>Builds the report's tables.</summary>
internal sealed class HtmlTable
{
    private readonly StringBuilder _html = new("<table>");
    private bool _inBody;

    /// <summary>Adds a row of headings.</summary>
    /// <param name="cells">Each heading, how many columns it spans, and its class, or an empty string.</param>
    public HtmlTable Head(IEnumerable<(string Text, int Columns, string Class)> cells)
    {
        _html.Append("<thead><tr>");
        foreach (var (text, columns, @class) in cells)
        {
            _html.Append(columns > 1 ? $"<th scope=\"colgroup\" colspan=\"{columns}\"" : "<th scope=\"col\"");
            _html.Append(@class.Length > 0 ? $" class=\"{@class}\">" : ">").Append(WebUtility.HtmlEncode(text)).Append("</th>");
        }

        _html.Append("</tr></thead>");
        return this;
    }

    /// <summary>Adds a row whose first cell is its heading.</summary>
    /// <param name="cells">The cells.</param>
    public HtmlTable Row(IEnumerable<string> cells)
    {
        _html.Append(_inBody ? "<tr>" : "<tbody><tr>");
        _inBody = true;
        var first = true;
        foreach (var cell in cells)
        {
            var encoded = WebUtility.HtmlEncode(cell);
            _html.Append(first ? $"<th scope=\"row\">{encoded}</th>" : $"<td>{encoded}</td>");
            first = false;
        }

        _html.Append("</tr>\n");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_html}{(_inBody ? "</tbody>" : string.Empty)}</table>".Replace("</thead><thead>", string.Empty);
}
