using System.Diagnostics;
using System.Text.Json;
using DtcGen.Onnx;

namespace DtcGen.Benchmarks;

/// <summary>The folder that a killed program writes to.</summary>
internal sealed class KilledFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("dtcgen-kills-").FullName;

    /// <summary>A file of it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Removes all that is in it.</summary>
    public void Clear()
    {
        Directory.Delete(Path, recursive: true);
        Directory.CreateDirectory(Path);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>How to start a program of this build.</summary>
    /// <param name="program">Its file's name, without .dll.</param>
    /// <param name="arguments">Its command line.</param>
    public static ProcessStartInfo Program(string program, params string[] arguments)
        => new("dotnet", [System.IO.Path.Combine(AppContext.BaseDirectory, program + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
        };

    /// <summary>What is wrong with a file that is not whole, or null: ONNX files must keep the format's rules, JSON must end.</summary>
    public string? FaultOfFiles()
    {
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            try
            {
                switch (System.IO.Path.GetExtension(file))
                {
                    case ".onnx":
                        OnnxFile.Load(file);
                        break;
                    case ".json":
                        JsonDocument.Parse(System.IO.File.ReadAllText(file)).Dispose();
                        break;
                }
            }
            catch (Exception e) when (e is OnnxModelException or JsonException)
            {
                return $"half a file: {e.Message}";
            }
        }

        return null;
    }
}
