extern alias files;
using System.Globalization;
using System.Text.Json.Nodes;
using DtcGen.Training;
using WholeFile = files::DtcGen.IO.WholeFile;

namespace DtcGen.Onnx;

/// <summary>
/// What came out of a compression: the network before it and after it, side by side. Its text is a table, its file is JSON.
/// </summary>
public sealed class CompressReport
{
    private readonly List<ComparedRow> _rows = [];

    /// <summary>What the file says first: whatever the program wants to keep, such as the data's name and the seed.</summary>
    public JsonObject Facts { get; } = [];

    /// <summary>Whether the run came to its end; where not, how far it came.</summary>
    public string Status { get; set; } = "not finished";

    /// <summary>The network before compression; null until it is known.</summary>
    public ModelFigures? Dense { get; set; }

    /// <summary>The network after compression; null until it is known.</summary>
    public ModelFigures? Pruned { get; set; }

    /// <summary>The cycles that led from one to the other, as <see cref="CompressResult.Cycles"/> has them.</summary>
    public IReadOnlyList<CycleRecord> Cycles { get; set; } = [];

    /// <summary>How long each part of the work took, in seconds, by name.</summary>
    public IDictionary<string, double> Seconds { get; } = new SortedDictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Sentences below the table.</summary>
    public IList<string> Notes { get; } = [];

    /// <summary>The worse of both files' comparisons with their networks, number by number; null until both are known.</summary>
    public OnnxParityResult? Parity => (Dense?.Parity, Pruned?.Parity) is ({ } a, { } b)
        ? new OnnxParityResult(
            Math.Min(a.Samples, b.Samples),
            Math.Max(a.MaxAbsDifference, b.MaxAbsDifference),
            Math.Max(a.MaxRelDifference, b.MaxRelDifference),
            Math.Min(a.ArgmaxAgreement, b.ArgmaxAgreement),
            Math.Min(a.Tolerance, b.Tolerance))
        : null;

    /// <summary>
    /// Whether both files compute what their networks do: within the tolerance, and with the largest entry always at the same place.
    /// False until both are known.
    /// </summary>
    public bool Passed => new[] { Dense?.Parity, Pruned?.Parity }.All(static parity
        => parity is { Passed: true, ArgmaxAgreement: 1 or double.NaN });

    /// <summary>Adds a row to the table.</summary>
    /// <param name="name">What is compared.</param>
    /// <param name="dense">Its value before compression; null for unknown.</param>
    /// <param name="pruned">Its value after; null for unknown.</param>
    /// <param name="format">A .NET format for both.</param>
    /// <param name="isShare">Whether it is a share of 1, such as an accuracy: then the last column is the difference.</param>
    public void AddRow(string name, double? dense, double? pruned, string format = "N0", bool isShare = false)
        => _rows.Add(new ComparedRow(name, dense, pruned, format, isShare));

    /// <summary>Writes all of it as JSON. An existing file is replaced only when the new one is whole.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.WriteText(path, CompressReportJson.Write(this));
    }

    /// <summary>The table, and below it whether the files compute what their networks do.</summary>
    public override string ToString()
    {
        string[][] table =
        [
            [string.Empty, "dense", "pruned", "dense / pruned"],
            .. OwnRows().Concat(_rows).Select(static row => row.Cells()),
        ];
        var widths = Enumerable.Range(0, table[0].Length).Select(column => table.Max(row => row[column].Length)).ToArray();
        var lines = table
            .Select(row => string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[i]))).TrimEnd())
            .Concat(Notes);
        return string.Join('\n', Parity is { } parity ? [.. lines, ParitySentence(parity)] : lines);
    }

    private IEnumerable<ComparedRow> OwnRows()
    {
        yield return new("neurons", Dense?.Neurons, Pruned?.Neurons, "N0");
        yield return new("parameters", Dense?.Parameters, Pruned?.Parameters, "N0");
        yield return new("multiply-adds per sample", Dense?.MultiplyAdds, Pruned?.MultiplyAdds, "N0");
        yield return new("ONNX file, bytes", Dense?.OnnxBytes, Pruned?.OnnxBytes, "N0");
        yield return new("accuracy", Dense?.Accuracy, Pruned?.Accuracy, "F4", true);
        foreach (var batch in new[] { Dense, Pruned }.SelectMany(static side => side?.LatencyMs.Keys ?? []).Distinct().Order())
        {
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"latency at batch {batch}, ms"), Latency(Dense, batch), Latency(Pruned, batch), "F4");
        }
    }

    private static double? Latency(ModelFigures? side, int batch)
        => side?.LatencyMs.TryGetValue(batch, out var milliseconds) == true ? milliseconds : null;

    private string ParitySentence(OnnxParityResult parity) => string.Create(
        CultureInfo.InvariantCulture,
        $"Parity {(Passed ? "passed" : "FAILED")}: on {parity.Samples:N0} test samples ONNX Runtime's outputs differ from the networks' by at most {parity.MaxAbsDifference:0.0e+00} (tolerance {parity.Tolerance:0e+00}){(double.IsNaN(parity.ArgmaxAgreement) ? string.Empty : $"; same class on {100 * parity.ArgmaxAgreement:F2} % of them")}.");
}
