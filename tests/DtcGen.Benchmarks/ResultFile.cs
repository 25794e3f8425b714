using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>The JSON file of a verb's results, which the verb docs reads.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Writes the results, unless no file was asked for.</summary>
    public static void Write<T>(FileInfo? file, IReadOnlyList<T> results)
    {
        if (file is not null)
        {
            file.Directory!.Create();
            File.WriteAllText(file.FullName, JsonSerializer.Serialize(results, Json) + "\n");
        }
    }
}
