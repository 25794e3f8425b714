using System.Globalization;
using System.Net;
using System.Text;
using DtcGen.Cli.Report;
using DtcGen.Cli.Terminal;
using DtcGen.Reports;

namespace DtcGen.Cli.Inspect;

/// <summary>A model file as one HTML page that needs nothing else: facts, totals, the graph, and a bar for each layer.</summary>
internal static class InspectPage
{
    /// <summary>The script that lays the graph out; it comes by npm.</summary>
    public const string Script = "dagre.js";

    /// <summary>The page's text.</summary>
    /// <param name="result">What is to be said.</param>
    public static string Write(InspectResult result)
    {
        var file = Path.GetFileName(result.File);
        var parts = new Dictionary<string, string>
        {
            ["css"] = Resource.Text("inspect.css"),
            ["js"] = Resource.Text("inspect.js"),
            ["dagre"] = Resource.Text("dagre.license") + Resource.Text(Script).Split("//# sourceMappingURL")[0],
            ["file"] = Encode(file),
            ["summary"] = Encode($"{result.Name}{(result.Description.Length > 0 ? $": {result.Description}" : string.Empty)}"),
            ["totals"] = Totals(result.Totals),
            ["facts"] = Facts(result),
            ["remarks"] = string.Concat(InspectTable.Remarks(result, all: true).Select(r => $"<p class=\"remark\">{Encode(r)}</p>")),
            ["graph"] = CommandJson.Compact(InspectGraph.Of(result)),
            ["layers"] = Layers(result),
        };
        return Template.Fill(Resource.Text("inspect.html"), parts);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(ControlCharacters.Escape(text));

    private static string Totals(InspectTotals totals)
    {
        (string Name, string Value, string Exact)[] cards =
        [
            ("parameters", Quantity.Short(totals.Parameters), Quantity.Exact(totals.Parameters)),
            ("multiply-adds per sample", InspectTable.Total(totals, Quantity.Short), InspectTable.Total(totals, Quantity.Exact)),
            ("bytes on disk", Quantity.Short(totals.FileBytes), Quantity.Exact(totals.FileBytes)),
            (
                "parameters that are zero",
                Quantity.Percent(totals.ZeroParameters, totals.Parameters),
                totals.ZeroParameters is { } zeros ? Quantity.Exact(zeros) : "not counted"),
        ];
        return string.Concat(cards.Select(
            c => $"<div class=\"card\"><dt>{Encode(c.Name)}</dt><dd>{Encode(c.Value)}<small>{Encode(c.Exact)}</small></dd></div>"));
    }

    private static string Facts(InspectResult result)
    {
        (string Name, IEnumerable<string> Values)[] facts =
        [
            ("inputs", result.Inputs.Select(v => v.ToString())),
            ("outputs", result.Outputs.Select(v => v.ToString())),
            ("operators", [string.Join(", ", result.Operators.Select(o => $"{o.Key} {o.Value}"))]),
            ("operator set", [
                string.Join(", ", result.Opsets.Select(o => $"{o.Key} {o.Value}")) + $"; file format version {result.IrVersion}"
            ]),
            ("written by", [result.Producer]),
            ("neurons", result.NeuronsInWords),
            ("metadata", result.MetadataInWords),
            ("data files", result.DataFiles),
        ];
        var html = new StringBuilder();
        foreach (var (name, values) in facts.Where(f => f.Values.Any(v => v.Length > 0)))
        {
            html.Append("<dt>").Append(name).Append("</dt>").AppendJoin(string.Empty, values.Select(v => $"<dd>{Encode(v)}</dd>"));
        }

        return html.ToString();
    }

    private static string Layers(InspectResult result)
    {
        var mostParameters = result.Layers.Select(l => l.Parameters).DefaultIfEmpty().Max();
        var mostMultiplyAdds = result.Layers.Select(l => l.MultiplyAdds ?? 0).DefaultIfEmpty().Max();
        var html = new StringBuilder();
        for (var i = 0; i < result.Layers.Count; i++)
        {
            var layer = result.Layers[i];
            html.Append(
                CultureInfo.InvariantCulture, $"<tr id=\"layer-{i}\"{(layer.ShapeArithmetic ? " class=\"arithmetic\"" : string.Empty)}>")
                .Append(
                    $"<th scope=\"row\"><span class=\"name\">{Encode(layer.Name)}</span> <span class=\"operator\">{Encode(layer.Operator)}</span></th>")
                .Append($"<td class=\"shape\" data-name=\"output\"{Reason(layer.ShapeUnknown)}>{Encode(layer.ShapeText)}</td>")
                .Append(Bar("parameters", layer.Parameters, mostParameters, string.Empty))
                .Append(Bar("multiply-adds", layer.MultiplyAdds, mostMultiplyAdds, layer.Unknown ?? string.Empty))
                .Append(
                    $"<td class=\"number{Empty(layer.Bytes)}\" data-name=\"bytes\">{(layer.Bytes > 0 ? Quantity.Short(layer.Bytes) : string.Empty)}</td>")
                .Append(
                    $"<td class=\"number{Empty(layer.Parameters)}\" data-name=\"zero\">{(layer.Parameters > 0 ? Quantity.Percent(layer.ZeroParameters, layer.Parameters) : string.Empty)}</td>")
                .Append("</tr>\n");
        }

        return html.ToString();
    }

    private static string Bar(string name, long? value, long most, string why)
    {
        var width = (most == 0 ? 0 : 100.0 * (value ?? 0) / most).ToString("0.##", CultureInfo.InvariantCulture);
        var text = value == 0 ? string.Empty : Quantity.Short(value);
        var title = value is null ? why : Quantity.Exact(value);
        return $"<td class=\"bar {name}{Empty(value)}\" data-name=\"{name}\" title=\"{Encode(title)}\"><span class=\"track\"><span style=\"width:{width}%\"></span></span><span class=\"value\">{Encode(text)}</span></td>";
    }

    private static string Reason(string? why) => why is null ? string.Empty : $" title=\"{Encode(why)}\"";

    private static string Empty(long? value) => value == 0 ? " empty" : string.Empty;
}
