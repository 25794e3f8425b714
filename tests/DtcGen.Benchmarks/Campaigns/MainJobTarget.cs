using System.Diagnostics;

namespace DtcGen.Benchmarks;

/// <summary>samples/Mnist with little data, over and over in one folder.</summary>
internal sealed class MainJobTarget : IKillTarget
{
    private static readonly string[] Made = ["dense.onnx", "pruned.onnx", "result.json"];

    private readonly KilledFolder _folder = new();

    public string Name => "main job";

    public void Dispose() => _folder.Dispose();

    public ProcessStartInfo Start() => KilledFolder.Program("Mnist", "--quick", "--out", _folder.Path);

    public string? FaultAfterKill() => _folder.FaultOfFiles();

    public string? FaultAtEnd()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(_folder.Path).Select(static file => Path.GetFileName(file)!).Order(StringComparer.Ordinal),
        ];
        if (!files.SequenceEqual(Made))
        {
            return $"the folder has {string.Join(", ", files)}";
        }

        return File.ReadAllText(_folder.File("result.json")).Contains("\"completed\"", StringComparison.Ordinal)
            ? _folder.FaultOfFiles()
            : "it does not say 'completed'";
    }
}
