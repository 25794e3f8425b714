using System.Diagnostics;
using DtcGen.Training;

namespace DtcGen.Benchmarks;

/// <summary>A compression that saves a checkpoint after each cycle, and goes on from it.</summary>
/// <param name="clips">How many cycles it has.</param>
internal sealed class CompressionTarget(int clips) : IKillTarget
{
    private readonly KilledFolder _folder = new();
    private byte[]? _weights;
    private int _cycles;

    public string Name => "compression with checkpoints";

    private string Checkpoint => _folder.File(CompressionRun.Checkpoint);

    public void Dispose() => _folder.Dispose();

    public ProcessStartInfo Start()
        => KilledFolder.Program("DtcGen.Benchmarks", CompressionRun.Verb, "--folder", _folder.Path, "--clips", $"{clips}");

    public string? FaultAfterKill()
    {
        if (!File.Exists(Checkpoint))
        {
            return _cycles > 0 ? "the checkpoint is gone" : null;
        }

        try
        {
            using var model = CompressionRun.Model(clips);
            var cycles = CompressCheckpoint.Load(Checkpoint, model).Cycles.Count;
            if (cycles < _cycles)
            {
                return $"{_cycles} cycles were done, and the checkpoint has {cycles}";
            }

            _cycles = cycles;
            return null;
        }
        catch (InvalidDataException e)
        {
            return e.Message;
        }
    }

    public string? FaultAtEnd()
    {
        var fault = FaultAfterKill();
        var made = File.ReadAllBytes(_folder.File(CompressionRun.Weights));
        _weights ??= made;
        fault ??= _weights.AsSpan().SequenceEqual(made) ? null : "the weights are not those of a run that was not killed";
        _cycles = 0;
        _folder.Clear();
        return fault;
    }
}
