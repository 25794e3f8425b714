using System.Globalization;
using System.Text.Json;

namespace DtcGen.Samples.InferenceApp;

/// <summary>What a model file says of itself in its metadata, as DtcGen's export writes it. What is missing is neutral.</summary>
internal sealed record ModelFacts
{
    /// <summary>Input = (pixel − mean) / deviation: the mean, one for each channel.</summary>
    public required IReadOnlyList<float> Mean { get; init; }

    /// <summary>The deviation, one for each channel.</summary>
    public required IReadOnlyList<float> Deviation { get; init; }

    /// <summary>What the classes are called.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Each group of neurons that could leave; empty where the file does not tell.</summary>
    public required IReadOnlyList<NeuronFacts> Neurons { get; init; }

    /// <summary>The data that it learned from.</summary>
    public string? Dataset { get; init; }

    /// <summary>What decided which neurons left; "none" for a model before compression.</summary>
    public string? Method { get; init; }

    /// <param name="metadata">The file's metadata.</param>
    /// <param name="channels">The channels of an image.</param>
    /// <param name="classes">How many scores the model gives.</param>
    /// <exception cref="BadModelException">An entry cannot be read, or does not fit the model.</exception>
    public static ModelFacts Read(IReadOnlyDictionary<string, string> metadata, int channels, int classes) => new()
    {
        Mean = Numbers(metadata, "mean", channels, 0),
        Deviation = Numbers(metadata, "deviation", channels, 1) is var deviation && !deviation.Contains(0)
            ? deviation
            : throw new BadModelException("The metadata entry \"deviation\" has a zero; inputs are divided by it."),
        Classes = metadata.TryGetValue("classes", out var names) && names.Split(',') is { } split && split.Length == classes
            ? split
            : [.. Enumerable.Range(0, classes).Select(i => i.ToString(CultureInfo.InvariantCulture))],
        Neurons = metadata.TryGetValue("neurons", out var neurons) ? ReadNeurons(neurons) : [],
        Dataset = metadata.GetValueOrDefault("dataset"),
        Method = metadata.GetValueOrDefault("method"),
    };

    private static float[] Numbers(IReadOnlyDictionary<string, string> metadata, string key, int count, float missing)
    {
        if (!metadata.TryGetValue(key, out var text))
        {
            return [.. Enumerable.Repeat(missing, count)];
        }

        float[] numbers = [
            .. text.Split(',').Select(part => float.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : float.NaN)
        ];
        return numbers.Length == count && numbers.All(float.IsFinite)
            ? numbers
            : throw new BadModelException($"The metadata entry \"{key}\" is \"{text}\"; expected {count} numbers, one for each channel.");
    }

    private static List<NeuronFacts> ReadNeurons(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateObject().Select(group => ReadGroup(group.Name, group.Value))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new BadModelException($"The metadata entry \"neurons\" cannot be read ({e.Message}).", e);
        }
    }

    private static NeuronFacts ReadGroup(string name, JsonElement group)
    {
        var before = group.GetProperty("before").GetInt32();
        int[]? kept = group.TryGetProperty("kept", out var numbers)
            ? [.. numbers.EnumerateArray().Select(static neuron => neuron.GetInt32())]
            : null;
        return new NeuronFacts(
            name, before, kept?.Length ?? (group.TryGetProperty("after", out var after) ? after.GetInt32() : before), kept);
    }
}
