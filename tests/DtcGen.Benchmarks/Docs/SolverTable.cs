using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>Solve times, each with its certificate and its baseline.</summary>
internal sealed class SolverTable : IDocsTable
{
    public string Name => "solver";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable(
            "neurons m",
            "measurements r",
            "Λ",
            "solve, ms",
            "form Φ and y, ms",
            "together, ms",
            "relative gap",
            "iterations",
            "status",
            "peak MB",
            "baseline, ms");
        foreach (var row in result.EnumerateArray())
        {
            double seconds = row.GetProperty("seconds").GetDouble(), form = row.GetProperty("formSeconds").GetDouble();
            table.Add(
                row.GetProperty("m").GetInt32().ToString("N0", Number.Invariant),
                row.GetProperty("r").GetInt32().ToString("N0", Number.Invariant),
                Number.Short(row.GetProperty("lambda")),
                Number.Short(seconds * 1e3),
                Number.Short(form * 1e3),
                Number.Short((seconds + form) * 1e3),
                row.GetProperty("relativeGap").GetDouble().ToString("0.0e+0", Number.Invariant),
                row.GetProperty("iterations").GetInt32().ToString(Number.Invariant),
                row.GetProperty("status").GetString()!,
                Number.Short(row.GetProperty("peakBytes").GetDouble() / 1e6),
                row.GetProperty("baselineSeconds") is { ValueKind: JsonValueKind.Number } baseline
                    ? Number.Short(baseline.GetDouble() * 1e3)
                    : "gap not reached");
        }

        return table.ToString();
    }
}
