using DtcGen.Cli.Inspect;

namespace DtcGen.Cli.Compare;

/// <summary>A layer that is not the same in both models.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Operator">Its operator.</param>
/// <param name="DenseShape">What it gives in the dense model; null when only the other has it.</param>
/// <param name="PrunedShape">What it gives in the pruned model; null when only the other has it.</param>
/// <param name="DenseParameters">Its parameters in the dense model.</param>
/// <param name="PrunedParameters">Its parameters in the pruned model.</param>
internal sealed record ComparedLayer(
    string Name, string Operator, string? DenseShape, string? PrunedShape, long DenseParameters, long PrunedParameters)
{
    /// <summary>The layers that hold parameters in either model and differ, by name.</summary>
    /// <param name="dense">The dense model's layers.</param>
    /// <param name="pruned">The pruned model's layers.</param>
    public static IReadOnlyList<ComparedLayer> Changed(IReadOnlyList<InspectLayer> dense, IReadOnlyList<InspectLayer> pruned)
    {
        var others = pruned.GroupBy(l => l.Name).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var names = dense.Select(l => l.Name).ToHashSet(StringComparer.Ordinal);
        var both = dense.Select(l => Make(l, others.GetValueOrDefault(l.Name)));
        var added = pruned.Where(l => !names.Contains(l.Name)).Select(l => Make(null, l));
        return [
            .. both.Concat(added)
                .Where(l => l.DenseParameters + l.PrunedParameters > 0
                    && (l.DenseParameters != l.PrunedParameters || l.DenseShape != l.PrunedShape))
        ];
    }

    private static ComparedLayer Make(InspectLayer? dense, InspectLayer? pruned) => new(
        (dense ?? pruned)!.Name,
        (dense ?? pruned)!.Operator,
        dense?.ShapeText,
        pruned?.ShapeText,
        dense?.Parameters ?? 0,
        pruned?.Parameters ?? 0);
}
