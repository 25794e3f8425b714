using System.Globalization;
using DtcGen.IO;

namespace DtcGen.Onnx;

/// <summary>
/// What a file's metadata say of the model, as DtcGen's export writes them: so that a program that has only the file can use it.
/// </summary>
public sealed record OnnxFacts
{
    /// <summary>The key of <see cref="Mean"/>: numbers with commas between them.</summary>
    public const string MeanKey = "mean";

    /// <summary>The key of <see cref="Deviation"/>: numbers with commas between them.</summary>
    public const string DeviationKey = "deviation";

    /// <summary>The key of <see cref="Classes"/>: names with commas between them.</summary>
    public const string ClassesKey = "classes";

    /// <summary>
    /// The key of <see cref="Neurons"/>: <c>{"fc1":{"before":512,"kept":[0,3,…]}}</c>. Without <c>kept</c>, all are there; where which
    /// are left is not known, <c>after</c> says how many.
    /// </summary>
    public const string NeuronsKey = NeuronsJson.Key;

    /// <summary>
    /// Input = (pixel − mean) / deviation, pixels from 0 to 1: the mean, a number for each channel; null where the file does not say.
    /// </summary>
    public IReadOnlyList<float>? Mean { get; init; }

    /// <summary>The deviation, a number for each channel, none of them 0; null where the file does not say.</summary>
    public IReadOnlyList<float>? Deviation { get; init; }

    /// <summary>What the classes are called, in the order of the output's numbers; null where the file does not say.</summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>What was kept of each neuron group; null where the file does not say.</summary>
    public IReadOnlyList<OnnxNeurons>? Neurons { get; init; }

    /// <summary>Reads a file's metadata. What cannot be understood is left out.</summary>
    /// <param name="metadata">The metadata, as <see cref="OnnxModel.Metadata"/> gives them.</param>
    public static OnnxFacts Read(IReadOnlyDictionary<string, string> metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return new OnnxFacts
        {
            Mean = ParseNumbers(metadata.GetValueOrDefault(MeanKey)),
            Deviation = ParseNumbers(metadata.GetValueOrDefault(DeviationKey)) is { } numbers && !numbers.Contains(0) ? numbers : null,
            Classes = metadata.GetValueOrDefault(ClassesKey)?.Split(','),
            Neurons = metadata.TryGetValue(NeuronsKey, out var neurons) && NeuronsJson.Read(neurons) is { } groups
                ? [.. groups.Select(static group => new OnnxNeurons(group.Group, group.Before, group.After, group.Kept))]
                : null,
        };
    }

    /// <summary>Reads numbers with commas between them.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The numbers; null where one of them is no finite number.</returns>
    public static IReadOnlyList<float>? ParseNumbers(string? text)
    {
        var numbers = text?.Split(',').Select(Parse).ToArray();
        return numbers?.All(float.IsFinite) == true ? numbers : null;

        static float Parse(string part)
            => float.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : float.NaN;
    }

    /// <summary>The facts as metadata; those that are null are left out.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Write()
    {
        if (Mean is not null)
        {
            yield return new(MeanKey, Join(Mean));
        }

        if (Deviation is not null)
        {
            yield return new(DeviationKey, Join(Deviation));
        }

        if (Classes is not null)
        {
            yield return new(ClassesKey, string.Join(',', Classes));
        }

        if (Neurons is not null)
        {
            yield return new(
                NeuronsKey, NeuronsJson.Write(Neurons.Select(static group => (group.Group, group.Before, group.After, group.Kept))));
        }
    }

    private static string Join(IEnumerable<float> numbers)
        => string.Join(',', numbers.Select(static number => number.ToString(CultureInfo.InvariantCulture)));
}
