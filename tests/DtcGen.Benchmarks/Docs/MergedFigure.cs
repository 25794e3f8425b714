using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>Figures of a sweep's merged.json, as the pages show them.</summary>
internal static class MergedFigure
{
    /// <summary>"mean ± half the band → mean of another figure".</summary>
    /// <param name="figures">The file's figures.</param>
    /// <param name="name">The first figure.</param>
    /// <param name="later">The other.</param>
    /// <param name="wanted">Of which group, from its axes.</param>
    public static string Cell(JsonElement figures, string name, string later, Func<JsonElement, bool> wanted)
        => $"{Band(figures, name, wanted)} → {Number3(Mean(Group(figures, later, wanted)))}";

    /// <summary>"mean ± half the band"; the mean alone where there is one value, and a dash where there is none.</summary>
    public static string Band(JsonElement figures, string name, Func<JsonElement, bool> wanted)
    {
        if (!figures.GetProperty(name).EnumerateArray().Any(group => wanted(group.GetProperty("axes"))))
        {
            return "—";
        }

        var group = Group(figures, name, wanted);
        return group.GetProperty("upper") is { ValueKind: JsonValueKind.Number } upper
            ? $"{Number3(Mean(group))} ± {Number3(upper.GetDouble() - Mean(group))}"
            : Number3(Mean(group));
    }

    /// <summary>Over how many seeds.</summary>
    public static string Count(JsonElement figures, string name, Func<JsonElement, bool> wanted)
        => Group(figures, name, wanted).GetProperty("n").GetInt32().ToString(Number.Invariant);

    private static JsonElement Group(JsonElement figures, string name, Func<JsonElement, bool> wanted)
        => figures.GetProperty(name).EnumerateArray().Single(group => wanted(group.GetProperty("axes")));

    private static double Mean(JsonElement group) => group.GetProperty("mean").GetDouble();

    private static string Number3(double value) => value.ToString("0.000", Number.Invariant);
}
