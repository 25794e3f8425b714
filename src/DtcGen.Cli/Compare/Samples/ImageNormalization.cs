using System.Globalization;
using DtcGen.Datasets;
using DtcGen.Onnx;

namespace DtcGen.Cli.Compare.Samples;

/// <summary>How pixels become a model's input, and who says so.</summary>
/// <param name="Mean">The mean on the scale 0…1, one for each channel.</param>
/// <param name="Deviation">The deviation, one for each channel.</param>
/// <param name="Source">Where the numbers are from.</param>
internal sealed record ImageNormalization(IReadOnlyList<float> Mean, IReadOnlyList<float> Deviation, string Source)
{
    /// <summary>What the command line says; else what the files' metadata say.</summary>
    /// <param name="asked">The numbers of <c>--mean</c> and <c>--deviation</c>; null where they are not given.</param>
    /// <param name="files">The models.</param>
    /// <param name="data">The data set's name.</param>
    /// <param name="channels">How many channels its images have.</param>
    /// <param name="usual">What DtcGen's samples train with.</param>
    /// <exception cref="CliException">Nobody says, the models differ, or the numbers do not fit.</exception>
    public static ImageNormalization Of(
        (IReadOnlyList<float> Mean, IReadOnlyList<float> Deviation)? asked,
        IReadOnlyList<OnnxFile> files,
        string data,
        int channels,
        Normalization usual)
    {
        if (asked is { } given)
        {
            return new ImageNormalization(
                Each(given.Mean, channels, "--mean"), Each(given.Deviation, channels, "--deviation"), "--mean and --deviation");
        }

        ImageNormalization[] said = [.. files.DistinctBy(f => f.Path).Select(f => Read(f, channels)).OfType<ImageNormalization>()];
        if (said.Length == 0)
        {
            throw new CliException(
                $"--data: {string.Join(" and ", files.Select(f => f.Path).Distinct())} do not say how the pixels of {data} become their input (metadata {OnnxFacts.MeanKey} and {OnnxFacts.DeviationKey}; the input is (pixel / 255 − mean) / deviation). Give what the models were trained with: --mean {Text(usual.Mean)} --deviation {Text(usual.Deviation)} as DtcGen's samples do, or --mean 0 --deviation 1 for pixels from 0 to 1.");
        }

        return said.All(s => s.Mean.SequenceEqual(said[0].Mean) && s.Deviation.SequenceEqual(said[0].Deviation))
            ? said[0] with { Source = $"metadata of {string.Join(" and ", said.Select(s => s.Source))}" }
            : throw new CliException(
                $"--data: the models were trained with other normalisations: {string.Join("; ", said.Select(s => s.ToString()))}. Give one for both by --mean and --deviation.");
    }

    /// <summary>What it does, as in <c>mean 0.1307, deviation 0.3081 (metadata of a.onnx)</c>.</summary>
    public override string ToString() => $"mean {Text(Mean)}, deviation {Text(Deviation)} ({Source})";

    private static string Text(IEnumerable<float> numbers)
        => string.Join(',', numbers.Select(static n => n.ToString(CultureInfo.InvariantCulture)));

    private static ImageNormalization? Read(OnnxFile file, int channels)
    {
        var metadata = file.Model.Metadata;
        return metadata.ContainsKey(OnnxFacts.MeanKey) || metadata.ContainsKey(OnnxFacts.DeviationKey)
            ? new ImageNormalization(Numbers(OnnxFacts.MeanKey), Numbers(OnnxFacts.DeviationKey), file.Path)
            : null;

        IReadOnlyList<float> Numbers(string key)
        {
            var name = $"{file.Path}, metadata {key}";
            return !metadata.TryGetValue(key, out var text)
                ? throw new CliException($"{name}: it is not there, and its like is. Give --mean and --deviation.")
                : OnnxFacts.ParseNumbers(text) is { } numbers
                    ? Each(numbers, channels, name)
                    : throw new CliException($"{name}: '{text}' is no list of numbers with commas between them. Give --mean and --deviation.");
        }
    }

    private static IReadOnlyList<float> Each(IReadOnlyList<float> numbers, int channels, string name)
        => numbers.Count != channels && numbers.Count != 1
            ? throw new CliException($"{name}: there are {numbers.Count} numbers, and the images have {channels} channels.")
            : name.EndsWith(OnnxFacts.DeviationKey, StringComparison.Ordinal) && numbers.Contains(0)
                ? throw new CliException($"{name}: a deviation of 0 is divided by.")
                : numbers.Count == channels ? numbers : [.. Enumerable.Repeat(numbers[0], channels)];
}
