using System.Text.Json;

namespace DtcGen.Sweeps;

/// <summary><c>merged.json</c>: figures alone, so that two sweeps of the same figures have the same bytes.</summary>
internal static class MergedJson
{
    /// <summary>The file's text.</summary>
    /// <param name="merged">What was merged.</param>
    public static string Of(MergedSweep merged) => JsonText.Of(json =>
    {
        json.WriteString("sweep", merged.Sweep.Name);
        json.WriteTexts("settings", merged.Sweep.Settings);
        json.WriteNumber("cells", merged.Sweep.Grid.Count);
        json.WriteNumber("done", merged.Done.Count());
        json.WriteString("missing", CellList.Format(merged.Missing));
        WriteFailed(json, merged);
        WriteFigures(json, merged);
        WriteSeries(json, merged);
        WriteTests(json, merged);
    });

    private static void WriteFailed(Utf8JsonWriter json, MergedSweep merged)
    {
        json.WriteStartArray("failed");
        foreach (var result in merged.Failed)
        {
            json.WriteStartObject();
            json.WriteNumber("cell", result.Number);
            json.WriteTexts("axes", result.Axes);
            json.WriteString("error", result.Error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFigures(Utf8JsonWriter json, MergedSweep merged)
        => WriteByName(json, "figures", merged.Names, merged.Figures, figure =>
        {
            WriteAxes(json, figure.Group);
            WriteBand(json, figure.Values.Count, figure.Band);
            json.WriteStartObject("by seed");
            foreach (var (seed, value) in figure.Values)
            {
                json.WriteFigure($"{seed}", value);
            }

            json.WriteEndObject();
        });

    private static void WriteSeries(Utf8JsonWriter json, MergedSweep merged)
        => WriteByName(json, "series", merged.SeriesNames, merged.Series, points =>
        {
            WriteAxes(json, points[0].Group);
            json.WriteStartArray("points");
            foreach (var point in points)
            {
                json.WriteStartObject();
                WriteBand(json, point.Values.Count, point.Band);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    private static void WriteTests(Utf8JsonWriter json, MergedSweep merged)
        => WriteByName(json, "tests", merged.Names, merged.Tests, test =>
        {
            json.WriteString("axis", merged.Compared!.Name);
            json.WriteString("first", test.First);
            json.WriteString("second", test.Second);
            json.WriteString("at", test.At);
            WriteBand(json, test.Pairs, test.Difference);
            json.WriteFigure("p", test.PValue);
            json.WriteFigure("p by Holm", test.Corrected);
        });

    // For each figure's name a list of objects.
    private static void WriteByName<T>(
        Utf8JsonWriter json, string key, IEnumerable<string> names, Func<string, IReadOnlyList<T>> items, Action<T> write)
    {
        json.WriteStartObject(key);
        foreach (var name in names)
        {
            json.WriteStartArray(name);
            foreach (var item in items(name))
            {
                json.WriteStartObject();
                write(item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteAxes(Utf8JsonWriter json, MergedGroup group)
        => json.WriteTexts("axes", group.Values.Select(static v => KeyValuePair.Create(v.Axis, v.Text)));

    private static void WriteBand(Utf8JsonWriter json, int count, ConfidenceBand band)
    {
        json.WriteNumber("n", count);
        json.WriteFigure("mean", band.Mean);
        json.WriteFigure("lower", band.Lower);
        json.WriteFigure("upper", band.Upper);
    }
}
