using System.Globalization;
using System.Text.Json;

namespace DtcGen.Sweeps;

/// <summary>What came out of a cell: figures, or the error that it ended with.</summary>
/// <param name="Number">The cell's number.</param>
/// <param name="Axes">The value of each axis.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Settings">What is the same in all cells.</param>
/// <param name="Figures">The figures; null where it failed.</param>
/// <param name="Error">The error; null where it did not fail.</param>
/// <param name="Origin">Code, packages, machine.</param>
/// <param name="Started">When it began, by its machine's clock.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record CellResult(
    int Number,
    IReadOnlyDictionary<string, string> Axes,
    int Seed,
    IReadOnlyDictionary<string, string> Settings,
    Figures? Figures,
    string? Error,
    Origin Origin,
    DateTimeOffset Started,
    double Seconds)
{
    private const int Format = 1;

    /// <summary>The file's text.</summary>
    /// <param name="sweep">The sweep's name.</param>
    public string ToJson(string sweep) => JsonText.Of(json =>
    {
        json.WriteNumber("format", Format);
        json.WriteString("sweep", sweep);
        json.WriteNumber("cell", Number);
        json.WriteTexts("axes", Axes);
        json.WriteNumber("seed", Seed);
        json.WriteTexts("settings", Settings);
        if (Figures is not null)
        {
            WriteFigures(json, Figures);
        }
        else
        {
            json.WriteString("error", Error);
        }

        json.WriteStartObject("code");
        json.WriteString("program", Origin.Program);
        json.WriteString("version", Origin.Version);
        json.WriteString("build", Origin.Build);
        json.WriteTexts("packages", Origin.Packages);
        json.WriteEndObject();
        json.WriteStartObject("host");
        json.WriteString("name", Origin.Host);
        json.WriteString("system", Origin.Platform);
        if (Origin.Job is not null)
        {
            json.WriteString("job", Origin.Job);
        }

        json.WriteEndObject();
        json.WriteString("started", Started.ToString("O", CultureInfo.InvariantCulture));
        json.WriteNumber("seconds", Seconds);
    });

    /// <summary>Reads a file.</summary>
    /// <param name="json">Its text.</param>
    /// <exception cref="FormatException">It is none, or of another format.</exception>
    public static CellResult Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static CellResult Read(JsonElement root)
    {
        if (root.GetProperty("format").GetInt32() is var format and not Format)
        {
            throw new FormatException($"its format is {format}, and this version reads {Format}");
        }

        var code = root.GetProperty("code");
        var host = root.GetProperty("host");
        return new CellResult(
            root.GetProperty("cell").GetInt32(),
            root.ReadTexts("axes"),
            root.GetProperty("seed").GetInt32(),
            root.ReadTexts("settings"),
            root.TryGetProperty("figures", out var figures) ? ReadFigures(figures) : null,
            root.TryGetProperty("error", out var error) ? error.GetString() : null,
            new Origin(
                code.GetProperty("program").GetString()!,
                code.GetProperty("version").GetString()!,
                code.GetProperty("build").GetString()!,
                code.ReadTexts("packages"),
                host.GetProperty("name").GetString()!,
                host.GetProperty("system").GetString()!,
                host.TryGetProperty("job", out var job) ? job.GetString() : null),
            DateTimeOffset.Parse(root.GetProperty("started").GetString()!, CultureInfo.InvariantCulture),
            root.GetProperty("seconds").GetDouble());
    }

    private static void WriteFigures(Utf8JsonWriter json, Figures figures)
    {
        json.WriteStartObject("figures");
        foreach (var name in figures)
        {
            if (figures.Single.TryGetValue(name, out var single))
            {
                json.WriteFigure(name, single);
                continue;
            }

            json.WriteStartArray(name);
            foreach (var value in figures.Series[name])
            {
                json.WriteFigure(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static Figures ReadFigures(JsonElement element)
    {
        var figures = new Figures();
        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Array)
            {
                figures.Add(member.Name, member.Value.EnumerateArray().Select(static v => v.ReadFigure()));
            }
            else
            {
                figures.Add(member.Name, member.Value.ReadFigure());
            }
        }

        return figures;
    }
}
