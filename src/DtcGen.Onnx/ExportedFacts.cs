namespace DtcGen.Onnx;

/// <summary>What an export writes into the file about the model.</summary>
internal static class ExportedFacts
{
    /// <summary>The facts that the options give, checked, and what is known of the model's neurons.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How it is written.</param>
    /// <exception cref="ArgumentException">A fact of the options cannot be written, or is given twice.</exception>
    public static OnnxFacts Of(IOnnxExportable model, OnnxExportOptions options)
    {
        Check(options);
        return new OnnxFacts
        {
            Mean = options.Mean,
            Deviation = options.Deviation,
            Classes = options.Classes,
            Neurons = options.WriteNeurons && !options.Metadata.ContainsKey(OnnxFacts.NeuronsKey)
                && model is IDualTomographic { Groups.Count: > 0 } groups
                ? [.. groups.History().Select(static group => new OnnxNeurons(group.Name, group.Before, group.After, group.Kept))]
                : null,
        };
    }

    /// <summary>Refuses names for classes that no output has.</summary>
    /// <param name="classes">The names, if there are any.</param>
    /// <param name="outputs">What the model returns.</param>
    /// <exception cref="OnnxExportException">No output has as many entries in a dimension.</exception>
    public static void CheckClasses(IReadOnlyList<string>? classes, IReadOnlyList<OnnxValue> outputs)
    {
        if (classes is not null
            && !outputs.Any(output => output.Shape.Skip(1).Any(size => size.Value is null || size.Value == classes.Count)))
        {
            throw new OnnxExportException(
                $"{nameof(OnnxExportOptions.Classes)} names {classes.Count} classes, and the model returns {string.Join(", ", outputs)}.");
        }
    }

    private static void Check(OnnxExportOptions options)
    {
        foreach (var (key, isGiven) in new[]
        {
            (OnnxFacts.MeanKey, options.Mean is not null),
            (OnnxFacts.DeviationKey, options.Deviation is not null),
            (OnnxFacts.ClassesKey, options.Classes is not null),
        })
        {
            if (isGiven && options.Metadata.ContainsKey(key))
            {
                throw new ArgumentException(
                    $"'{key}' is given twice, in the options and in {nameof(options.Metadata)}. Leave it out of one of them.", nameof(options));
            }
        }

        if (options.Mean?.Count != options.Deviation?.Count || options.Mean?.Count == 0)
        {
            throw new ArgumentException(
                $"There are {options.Mean?.Count ?? 0} numbers in {nameof(options.Mean)} and {options.Deviation?.Count ?? 0} in {nameof(options.Deviation)}. Give both, a number for each channel.",
                nameof(options));
        }

        if (options.Mean is { } mean && !(mean.All(float.IsFinite) && options.Deviation!.All(static one => float.IsFinite(one) && one > 0)))
        {
            throw new ArgumentException(
                $"The numbers of {nameof(options.Mean)} are finite, those of {nameof(options.Deviation)} finite and above 0: inputs are divided by them.",
                nameof(options));
        }

        if (options.Classes?.FirstOrDefault(static name => string.IsNullOrEmpty(name) || name.Contains(',')) is { } unwritable)
        {
            throw new ArgumentException(
                $"The class name '{unwritable}' cannot be written: the file has commas between the names, so none of them is empty or has one.",
                nameof(options));
        }
    }
}
