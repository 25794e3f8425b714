using System.Net;
using System.Text;

namespace DtcGen.Samples.Paper;

/// <summary>Builds the report's tables.</summary>
internal sealed class HtmlTable
{
    private readonly StringBuilder html = new("<table>");
    private bool inBody;

    /// <summary>Adds a row of headings.</summary>
    /// <param name="cells">Each heading, how many columns it spans, and its class, or an empty string.</param>
    public HtmlTable Head(IEnumerable<(string Text, int Columns, string Class)> cells)
    {
        html.Append("<thead><tr>");
        foreach ((string text, int columns, string @class) in cells)
        {
            html.Append(columns > 1 ? $"<th scope=\"colgroup\" colspan=\"{columns}\"" : "<th scope=\"col\"");
            html.Append(@class.Length > 0 ? $" class=\"{@class}\">" : ">").Append(WebUtility.HtmlEncode(text)).Append("</th>");
        }

        html.Append("</tr></thead>");
        return this;
    }

    /// <summary>Adds a row whose first cell is its heading.</summary>
    /// <param name="cells">The cells.</param>
    public HtmlTable Row(IEnumerable<string> cells)
    {
        html.Append(inBody ? "<tr>" : "<tbody><tr>");
        inBody = true;
        bool first = true;
        foreach (string cell in cells)
        {
            string encoded = WebUtility.HtmlEncode(cell);
            html.Append(first ? $"<th scope=\"row\">{encoded}</th>" : $"<td>{encoded}</td>");
            first = false;
        }

        html.Append("</tr>\n");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{html}{(inBody ? "</tbody>" : string.Empty)}</table>".Replace("</thead><thead>", string.Empty);
}
