using System.Text;
using System.Text.Json;

namespace DtcGen.IO;

/// <summary>
/// What was kept of each neuron group as the text that files have under <c>neurons</c>:
/// <c>{"fc1":{"before":512,"kept":[0,3,…]}}</c>, numbers before the first clip. Without <c>kept</c>, all are there; where which are left
/// is not known, <c>after</c> says how many. Shared as source, so that no package shows it.
/// </summary>
internal static class NeuronsJson
{
    /// <summary>The key that files have it under.</summary>
    public const string Key = "neurons";

    /// <summary>Writes it.</summary>
    public static string Write(IEnumerable<(string Group, int Before, int After, IReadOnlyList<int>? Kept)> groups)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var (group, before, after, kept) in groups)
            {
                json.WriteStartObject(group);
                json.WriteNumber("before", before);
                if (after < before && kept is null)
                {
                    json.WriteNumber("after", after);
                }
                else if (after < before)
                {
                    json.WriteStartArray("kept");
                    foreach (var neuron in kept!)
                    {
                        json.WriteNumberValue(neuron);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Reads it; null where the text is something else, or contradicts itself.</summary>
    public static IReadOnlyList<(string Group, int Before, int After, IReadOnlyList<int>? Kept)>? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var groups = document.RootElement.EnumerateObject().Select(Read).ToArray();
            return groups.DistinctBy(static group => group.Group).Count() == groups.Length ? groups : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static (string Group, int Before, int After, IReadOnlyList<int>? Kept) Read(JsonProperty group)
    {
        var before = group.Value.GetProperty("before").GetInt32();
        var kept = group.Value.TryGetProperty("kept", out var numbers)
            ? numbers.EnumerateArray().Select(static number => number.GetInt32()).ToArray()
            : null;
        var after = kept?.Length ?? (group.Value.TryGetProperty("after", out var count) ? count.GetInt32() : before);
        var ascends = kept is null || kept.Zip(kept.Skip(1)).All(static pair => pair.First < pair.Second);
        return after >= 1 && after <= before && ascends && (kept is null || (kept[0] >= 0 && kept[^1] < before))
            ? (group.Name, before, after, kept)
            : throw new FormatException();
    }
}
