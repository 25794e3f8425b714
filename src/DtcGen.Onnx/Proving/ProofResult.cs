using System.Globalization;
using System.Text;

namespace DtcGen.Onnx;

/// <summary>What proving a model found. Its text is a table.</summary>
/// <param name="Groups">Each neuron group.</param>
/// <param name="Stays">The layers whose neurons stay, with the reason.</param>
/// <param name="File">The exported file; null where the model's project does not export.</param>
public sealed record ProofResult(IReadOnlyList<GroupProof> Groups, IReadOnlyList<PinnedNeurons> Stays, FileProof? File)
{
    /// <summary>Whether every group is clipped exactly, and the file, if there is one, computes what the model does.</summary>
    public bool IsProved => Groups.All(static group => group.IsExact) && File?.Parity?.Passed != false;

    /// <inheritdoc/>
    public override string ToString()
    {
        var rows = new List<string[]> { new[] { "group", "neurons", "kept", "difference", "" } };
        rows.AddRange(Groups.Select(static group => new[]
        {
            group.Group,
            Text(group.Neurons),
            Text(group.Kept),
            group.Difference is { } difference ? difference.ToString("g2", CultureInfo.InvariantCulture) : "—",
            group.IsExact ? "exact" : group.Failure ?? "NOT EXACT",
        }));
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).Append('\n');
        }

        foreach (var stays in Stays)
        {
            text.Append(CultureInfo.InvariantCulture, $"{stays.Layer} stays: {stays.Reason}\n");
        }

        if (File is { Refusal: { } refusal })
        {
            text.Append(CultureInfo.InvariantCulture, $"file: none, {refusal}\n");
        }
        else if (File?.Parity is { } parity)
        {
            text.Append(CultureInfo.InvariantCulture, $"file: {parity}\n");
        }

        return text.ToString();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
