using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace DtcGen.Cli.Report;

/// <summary>Where <c>--json</c> sends a command's result.</summary>
/// <param name="Asked">Whether it was given.</param>
/// <param name="Path">The file it names; null for standard output.</param>
internal sealed record CommandJson(bool Asked, string? Path)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
        NewLine = "\n",
    };

    private static readonly JsonSerializerOptions CompactOptions = new(Options) { WriteIndented = false };

    /// <summary>Whether standard output is for the JSON alone.</summary>
    public bool TakesOutput => Asked && Path is null;

    /// <summary>The text on one line, safe inside an HTML script element.</summary>
    /// <param name="result">The result.</param>
    public static string Compact<T>(T result) => JsonSerializer.Serialize(result, CompactOptions);

    /// <summary>Writes a result where it was asked for, if it was.</summary>
    /// <param name="console">Standard output.</param>
    /// <param name="result">The result.</param>
    public void Write<T>(IAnsiConsole console, T result)
    {
        if (!Asked)
        {
            return;
        }

        var text = JsonSerializer.Serialize(result, Options) + "\n";
        if (Path is null)
        {
            // Past the console's own writing, which would fold long lines.
            console.Profile.Out.Writer.Write(text);
        }
        else
        {
            OutputFile.WriteText(Path, text);
        }
    }
}
