using System.Globalization;

namespace DtcGen.Cli.Compare.Samples;

/// <summary>Numbers that the command line gives to inputs instead of random ones: <c>--value sr=16000</c>.</summary>
internal static class InputValues
{
    /// <summary>Reads one <c>NAME=NUMBER</c>.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="value">The name and the number.</param>
    public static bool TryParse(string text, out KeyValuePair<string, double> value)
    {
        var at = text.LastIndexOf('=');
        var parsed = double.TryParse(text.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        value = KeyValuePair.Create(at > 0 ? text[..at].Trim() : string.Empty, number);
        return at > 0 && parsed && double.IsFinite(number);
    }

    /// <summary>The numbers by input.</summary>
    /// <param name="given">What <c>--value</c> says.</param>
    /// <param name="inputs">What the models take.</param>
    /// <exception cref="CliException">There is no such input.</exception>
    public static IReadOnlyDictionary<string, double> For(IEnumerable<string> given, ModelInputs inputs)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            _ = TryParse(text, out var value);
            values[value.Key] = inputs.Values.Any(v => v.Name == value.Key)
                ? value.Value
                : throw new CliException(
                    $"--value {value.Key}: {inputs.File} has no input of that name; it takes {string.Join(", ", inputs.Values)}.");
        }

        return values;
    }
}
