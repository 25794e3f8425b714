using DtcGen.Cli.Report;

namespace DtcGen.Cli.Inspect;

/// <summary>
/// The graph as the page draws it: nodes that do more than compute shapes, the model's inputs and outputs, and what
/// flows between them.
/// </summary>
/// <param name="Nodes">The nodes.</param>
/// <param name="Edges">The values between them.</param>
internal sealed record InspectGraph(IReadOnlyList<InspectGraph.Node> Nodes, IReadOnlyList<InspectGraph.Edge> Edges)
{
    /// <summary>A box.</summary>
    /// <param name="Id">Its number.</param>
    /// <param name="Kind"><c>input</c>, <c>output</c> or <c>layer</c>.</param>
    /// <param name="Title">The operator, or the input's or output's name.</param>
    /// <param name="Name">The layer's name.</param>
    /// <param name="Shape">The shape that comes out.</param>
    /// <param name="Cost">Its counts in words; empty when it costs nothing.</param>
    /// <param name="Share">Its share of all known multiply-adds.</param>
    internal sealed record Node(int Id, string Kind, string Title, string Name, string Shape, string Cost, double Share);

    /// <summary>An arrow.</summary>
    /// <param name="From">The node that makes the value.</param>
    /// <param name="To">The node that takes it.</param>
    internal sealed record Edge(int From, int To);

    /// <summary>Makes the graph.</summary>
    /// <param name="result">What is to be said of the model.</param>
    public static InspectGraph Of(InspectResult result)
    {
        var nodes = new List<Node>();
        var edges = new List<Edge>();
        var makers = new Dictionary<string, int>(StringComparer.Ordinal);
        var next = result.Layers.Count; // Layers keep their place in the file as number; the others come behind.
        foreach (var input in result.Inputs)
        {
            makers[input.Name] = next;
            nodes.Add(new Node(next++, "input", input.Name, string.Empty, input.ShapeText, string.Empty, 0));
        }

        for (var i = 0; i < result.Layers.Count; i++)
        {
            var layer = result.Layers[i];
            if (layer.ShapeArithmetic)
            {
                continue;
            }

            foreach (var output in layer.Outputs)
            {
                makers[output.Name] = i;
            }

            var cost = string.Join(
                " · ",
                new[] { Count(layer.Parameters, "parameters"), Count(layer.MultiplyAdds, "multiply-adds") }.Where(c => c.Length > 0));
            nodes.Add(new Node(
                i,
                "layer",
                layer.Operator,
                layer.Name,
                layer.ShapeText,
                cost,
                (double)(layer.MultiplyAdds ?? 0) / Math.Max(1, result.Totals.KnownMultiplyAdds)));
            edges.AddRange(layer.Inputs.Where(makers.ContainsKey).Select(v => new Edge(makers[v], i)));
        }

        foreach (var output in result.Outputs)
        {
            if (makers.TryGetValue(output.Name, out var maker))
            {
                edges.Add(new Edge(maker, next));
            }

            nodes.Add(new Node(next++, "output", output.Name, string.Empty, output.ShapeText, string.Empty, 0));
        }

        return new InspectGraph(nodes, [.. edges.Distinct()]);
    }

    private static string Count(long? value, string what) => value == 0 ? string.Empty : $"{Quantity.Short(value)} {what}";
}
