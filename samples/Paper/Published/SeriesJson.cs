using System.Text.Json;
using System.Text.Json.Serialization;

namespace DtcGen.Samples.Paper;

/// <summary>Reads and writes series.json.</summary>
internal static class SeriesJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
    };

    private static readonly JsonSerializerOptions CompactOptions = new(Options) { WriteIndented = false };

    /// <summary>The published series that the tool carries (CC BY 4.0; see <see cref="Attribution"/>).</summary>
    public static SeriesFile Published { get; } = Read(Resource.Text("published-series.json"));

    /// <summary>Who made the published series and under which licence.</summary>
    public static string Attribution
        => "Published series: M. Süzen, supplement of arXiv:2505.23869, doi:10.5281/zenodo.15751974, CC BY 4.0; values unchanged, re-encoded as JSON.";

    /// <summary>Reads the text of a series.json.</summary>
    /// <param name="json">The text.</param>
    public static SeriesFile Read(string json)
        => JsonSerializer.Deserialize<SeriesFile>(json, Options) ?? throw new JsonException("A series file cannot be null.");

    /// <summary>The text of series.json, indented, ending with a line end.</summary>
    /// <param name="series">The series.</param>
    public static string Write(SeriesFile series) => JsonSerializer.Serialize(series, Options) + "\n";

    /// <summary>The same on one line, safe inside an HTML script element.</summary>
    /// <param name="series">The series.</param>
    public static string WriteCompact(SeriesFile series) => JsonSerializer.Serialize(series, CompactOptions);
}
