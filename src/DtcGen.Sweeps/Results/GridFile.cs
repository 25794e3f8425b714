using System.Text.Json;

namespace DtcGen.Sweeps;

/// <summary>The grid that a folder's results belong to.</summary>
/// <param name="Sweep">The sweep's name.</param>
/// <param name="Axes">Each axis's name and values, in order.</param>
/// <param name="Settings">What is the same in all cells.</param>
internal sealed record GridFile(
    string Sweep, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Axes, IReadOnlyDictionary<string, string> Settings)
{
    private const int ShownValues = 12;

    /// <summary>A sweep's.</summary>
    /// <param name="sweep">The sweep.</param>
    public static GridFile Of(Sweep sweep) => new(
        sweep.Name, [.. sweep.Axes.Select(static a => KeyValuePair.Create(a.Name, a.Texts))], sweep.Settings);

    /// <summary>Reads one.</summary>
    /// <param name="json">The file's text.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static GridFile Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new GridFile(
                root.GetProperty("sweep").GetString()!,
                [
                    .. root.GetProperty("axes").EnumerateObject().Select(static a => KeyValuePair.Create<string, IReadOnlyList<string>>(
                        a.Name, [.. a.Value.EnumerateArray().Select(static v => v.GetString()!)])),
                ],
                root.ReadTexts("settings"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonText.Of(json =>
    {
        json.WriteString("sweep", Sweep);
        json.WriteStartObject("axes");
        foreach (var (name, values) in Axes)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteTexts("settings", Settings);
    });

    /// <summary>What is different in another one, a line each; the first axis may be longer in one of them.</summary>
    /// <param name="now">The other one, which comes later.</param>
    public IEnumerable<string> DifferencesTo(GridFile now)
    {
        if (Sweep != now.Sweep)
        {
            yield return $"the sweep was '{Sweep}' and is '{now.Sweep}'";
        }

        // Values at the end of the axis that runs slowest give or take no other cell its number.
        var same = Axes[0].Key == now.Axes[0].Key && Axes[0].Value.Zip(now.Axes[0].Value).All(static pair => pair.First == pair.Second)
            ? [now.Axes[0], .. Axes.Skip(1)]
            : Axes;
        foreach (var line in Differences(
            "axis",
            same.ToDictionary(static a => a.Key, static a => Show(a.Value)),
            now.Axes.ToDictionary(static a => a.Key, static a => Show(a.Value))))
        {
            yield return line;
        }

        string[] before = [.. Axes.Select(static a => a.Key)];
        string[] after = [.. now.Axes.Select(static a => a.Key)];
        if (!before.SequenceEqual(after) && before.Order().SequenceEqual(after.Order()))
        {
            yield return $"the order of the axes was {string.Join(", ", before)} and is {string.Join(", ", after)}";
        }

        foreach (var line in Differences("setting", Settings, now.Settings))
        {
            yield return line;
        }

        // Long axes that are shown alike.
        foreach (var (name, values) in same)
        {
            var other = now.Axes.FirstOrDefault(a => a.Key == name).Value;
            if (other is not null && Show(values) == Show(other) && !values.SequenceEqual(other))
            {
                yield return $"axis '{name}': other values in between";
            }
        }
    }

    private static IEnumerable<string> Differences(
        string what, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
        => before.Keys.Union(after.Keys).Select(name => (before.TryGetValue(name, out var was), after.TryGetValue(name, out var now)) switch
        {
            (false, _) => $"{what} '{name}' is new: {now}",
            (_, false) => $"{what} '{name}' is gone: it was {was}",
            _ when was != now => $"{what} '{name}' was {was} and is {now}",
            _ => null,
        }).OfType<string>();

    private static string Show(IReadOnlyList<string> values) => values.Count <= ShownValues
        ? string.Join(", ", values)
        : $"{string.Join(", ", values.Take(ShownValues - 1))}, ..., {values[^1]} ({values.Count} values)";
}
