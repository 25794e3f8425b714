using System.Globalization;
using DtcGen.Cli.Inspect;
using DtcGen.Onnx;

namespace DtcGen.Cli.Models;

/// <summary>Sizes that the command line gives to symbolic dimensions: <c>--dim height=224</c>.</summary>
internal static class DimensionSizes
{
    /// <summary>Reads one <c>NAME=N</c>.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="size">The name and the size.</param>
    public static bool TryParse(string text, out KeyValuePair<string, long> size)
    {
        var at = text.LastIndexOf('=');
        var parsed = long.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        size = KeyValuePair.Create(at > 0 ? text[..at].Trim() : string.Empty, number);
        return at > 0 && parsed && number > 0;
    }

    /// <summary>Which sizes would have to be given to count multiply-adds; null when they hang on none.</summary>
    /// <param name="layers">The model's nodes.</param>
    public static string? Wanted(IEnumerable<InspectLayer> layers)
        => layers.SelectMany(static layer => layer.OpenSizes).Distinct().ToArray() is { Length: > 0 } open
            ? $"the size of {string.Join(" and ", open)} is open; {string.Join(' ', open.Select(name => $"--dim {name}=N"))} counts multiply-adds at a size."
            : null;

    /// <summary>The sizes by name, each of a dimension that the model has.</summary>
    /// <param name="given">What <c>--dim</c> says.</param>
    /// <param name="files">The models.</param>
    /// <exception cref="CliException">No input has a dimension of that name.</exception>
    public static IReadOnlyDictionary<string, long> For(IEnumerable<string> given, params IReadOnlyList<OnnxFile> files)
    {
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            _ = TryParse(text, out var size);
            sizes[size.Key] = size.Value;
        }

        string[] names = [
            .. files.SelectMany(f => f.Model.Inputs)
                .SelectMany(i => i.Shape)
                .Where(d => d.Symbol is not null)
                .SelectMany(d => d.Names.Contains(d.Symbol!) ? d.Names : [d.Symbol!, .. d.Names])
                .Distinct()
        ];
        return sizes.Keys.FirstOrDefault(k => !names.Contains(k)) is { } unknown
            ? throw new CliException(
                $"--dim {unknown}: no input of {files[0].Path} has a dimension of that name; {(names.Length == 0 ? "all its dimensions are fixed" : $"there is {string.Join(", ", names)}")}.")
            : sizes;
    }
}
