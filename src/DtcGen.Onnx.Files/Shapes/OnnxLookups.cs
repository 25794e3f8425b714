using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>What a model uses whole-number inputs for.</summary>
public static class OnnxLookups
{
    /// <summary>
    /// The lengths of the stored tables whose rows an input chooses, such as an embedding's; its entries must lie below
    /// the smallest.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="input">The input's name.</param>
    public static IReadOnlyList<long> TableLengths(OnnxModel model, string input)
    {
        ArgumentNullException.ThrowIfNull(model);
        var graph = model.Proto.Graph;
        var stored = graph.Initializer
            .GroupBy(static t => t.Name, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
        var same = new HashSet<string>(StringComparer.Ordinal) { input };
        var lengths = new List<long>();
        foreach (var node in graph.Node)
        {
            if (node.OpType is "Cast" or "Identity" && node.Input.Count > 0 && node.Output.Count > 0 && same.Contains(node.Input[0]))
            {
                same.Add(node.Output[0]);
            }
            else if (node.OpType == "Gather" && node.Input.Count > 1 && same.Contains(node.Input[1])
                && stored.TryGetValue(node.Input[0], out var table)
                && NodeShapes.Axis(node.Int("axis", 0), table.Dims.Count) is int axis)
            {
                lengths.Add(table.Dims[axis]);
            }
        }

        return lengths;
    }
}
