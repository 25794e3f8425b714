using System.Text.Json;

namespace DtcGen.Sweeps.Tests;

/// <summary>A sweep's folder as anyone reads it: by its files.</summary>
internal static class ToyFolder
{
    private static readonly string[] MergedFiles = ["merged.json", "merged.csv", "cells.csv"];

    /// <summary>The files of results, by name, with the time of their writing; each must be whole.</summary>
    public static Dictionary<string, DateTime> Results(string folder)
    {
        var cells = Path.Combine(folder, "cells");
        var files = Directory.Exists(cells) ? Directory.GetFiles(cells, "*.json") : [];
        foreach (var file in files)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            Assert.Equal(Path.GetFileNameWithoutExtension(file), $"{json.RootElement.GetProperty("cell").GetInt32():0000}");
            Assert.True(json.RootElement.TryGetProperty("figures", out _) || json.RootElement.TryGetProperty("error", out _));
        }

        return files.ToDictionary(static f => Path.GetFileName(f), File.GetLastWriteTimeUtc);
    }

    /// <summary>What merge wrote, without where it came from.</summary>
    public static string[] Merged(string folder) => [.. MergedFiles.Select(name => File.ReadAllText(Path.Combine(folder, name)))];
}
