using System.Globalization;
using System.Text.Json;

namespace DtcGen.Sweeps;

/// <summary>Who works on a folder.</summary>
internal static class Holder
{
    /// <summary>The file's text for this process.</summary>
    /// <param name="verb">What it does.</param>
    public static string ToJson(string verb) => JsonText.Of(json =>
    {
        json.WriteString("host", Environment.MachineName);
        json.WriteNumber("process", Environment.ProcessId);
        json.WriteString("verb", verb);
        json.WriteString("since", DateTimeOffset.Now.ToString("O", CultureInfo.InvariantCulture));
    });

    /// <summary>What to say of the one in a file.</summary>
    /// <param name="file">The file; it may be missing, and may be the one before the last.</param>
    public static string Describe(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var root = json.RootElement;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"'{root.GetProperty("verb").GetString()}' in process {root.GetProperty("process").GetInt32()} on {root.GetProperty("host").GetString()}, since {root.GetProperty("since").GetString()}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            return "a program that has not said who it is";
        }
    }
}
