using System.Text.Json;

namespace DtcGen.Tests.Fixtures;

/// <summary>The published series that tests compare with (Fixtures/README.md).</summary>
internal sealed class PublishedSeries
{
    private readonly JsonElement _root;

    private PublishedSeries(JsonElement root) => _root = root;

    public static PublishedSeries Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "published.json")));
        return new PublishedSeries(document.RootElement.Clone());
    }

    public int[] NeuronsKept => [.. Numbers(_root.GetProperty("neuronsKept")).Select(value => (int)value)];

    public int[] MeasurementsPerRay => [.. Numbers(_root.GetProperty("measurementsPerRay")).Select(value => (int)value)];

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];
}
