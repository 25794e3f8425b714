using System.Diagnostics;

namespace DtcGen.Benchmarks;

/// <summary>One method of the paper's experiment, which goes on from its checkpoints.</summary>
/// <param name="data">MNIST's folder.</param>
internal sealed class PaperTarget(string data) : IKillTarget
{
    private const string Series = "series.json";

    private readonly KilledFolder _folder = new();
    private byte[]? _series;

    public string Name => "the paper's experiment";

    public void Dispose() => _folder.Dispose();

    public ProcessStartInfo Start()
        => KilledFolder.Program("Paper", "run", "--data", data, "--methods", "random", "--out", _folder.Path, "--resume");

    // What its checkpoints are worth shows when the next start goes on from them.
    public string? FaultAfterKill() => _folder.FaultOfFiles();

    public string? FaultAtEnd()
    {
        var made = File.ReadAllBytes(_folder.File(Series));
        _series ??= made;
        var fault = _series.AsSpan().SequenceEqual(made) ? null : $"{Series} is not that of a run that was not killed";
        _folder.Clear();
        return fault;
    }
}
