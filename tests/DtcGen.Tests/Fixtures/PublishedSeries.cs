using System.Text.Json;

namespace DtcGen.Tests.Fixtures;

/// <summary>The published series that tests compare with (Fixtures/README.md).</summary>
internal sealed class PublishedSeries
{
    private readonly JsonElement root;

    private PublishedSeries(JsonElement root) => this.root = root;

    public static PublishedSeries Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "published.json")));
        return new PublishedSeries(document.RootElement.Clone());
    }

    public int[] NeuronsKept => [.. Numbers(root.GetProperty("neuronsKept")).Select(value => (int)value)];

    public int[] MeasurementsPerRay => [.. Numbers(root.GetProperty("measurementsPerRay")).Select(value => (int)value)];

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];
}
