namespace DtcGen.Onnx;

/// <summary>What inference found out about a node beside its outputs.</summary>
/// <param name="MultiplyAdds">Its multiply-adds, or null when they are not known.</param>
/// <param name="CostUnknown">Why they are not known; null when they are.</param>
/// <param name="ShapeUnknown">Why nothing is told of its outputs' shapes although its operator has a rule; null where none failed.</param>
internal sealed record NodeFacts(OnnxDimension? MultiplyAdds, string? CostUnknown = null, string? ShapeUnknown = null)
{
    private const string Inside = "inside it, in ";

    public static NodeFacts Free { get; } = new((OnnxDimension)0);

    /// <summary>What a count comes to: one that needs open sizes is not known.</summary>
    public static NodeFacts Of(OnnxDimension? count, string? shapeUnknown = null) => count switch
    {
        { IsStatic: true } => new NodeFacts(count, null, shapeUnknown),
        { IsMadeUp: false, Names: var names } => new NodeFacts(count, Open(names), shapeUnknown),
        _ => new NodeFacts(null, "a shape that it depends on is not known", shapeUnknown),
    };

    /// <summary>The sum of a body's nodes, or why it is not known.</summary>
    public static NodeFacts Sum(IEnumerable<(string Name, NodeFacts Facts)> nodes)
    {
        var sum = (OnnxDimension)0;
        foreach (var (name, facts) in nodes)
        {
            if (facts.MultiplyAdds is not { } count)
            {
                // The innermost is the one to look at.
                var isTold = facts.CostUnknown?.StartsWith(Inside, StringComparison.Ordinal) == true;
                return new NodeFacts(null, isTold ? facts.CostUnknown : $"{Inside}{name}: {facts.CostUnknown}");
            }

            sum += count;
        }

        return Of(sum);
    }

    private static string Open(IReadOnlyList<string> names)
        => names.Count == 1 ? $"the size of {names[0]} is open" : $"the sizes of {string.Join(", ", names)} are open";
}
