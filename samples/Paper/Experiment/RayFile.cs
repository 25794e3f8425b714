using System.Text.Json;
using System.Text.Json.Serialization;
using DtcGen.IO;
using DtcGen.Training;

namespace DtcGen.Samples.Paper;

/// <summary>What the weight rays showed in each cycle of a run, kept beside its checkpoint. Methods without rays have no file.</summary>
internal sealed class RayFile
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly string _path;
    private readonly List<RayRecord> _records = [];

    /// <summary>Opens it.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="cycles">The cycles whose rays it must have: those of the checkpoint, or 0 for a method without rays.</param>
    /// <exception cref="InvalidDataException">The file is not what a run writes.</exception>
    public RayFile(string folder, int cycles)
    {
        _path = Path.Combine(folder, "rays.json");
        if (cycles == 0)
        {
            return;
        }

        try
        {
            var written = JsonSerializer.Deserialize<RayRecord?[]>(File.ReadAllText(_path), Strict) ?? [];
            _records.AddRange(written.OfType<RayRecord>().Take(cycles));
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw Unusable($"is not what a run writes ({e.Message})", e);
        }

        if (_records.Count < cycles)
        {
            throw Unusable("has fewer cycles than the checkpoint beside it");
        }
    }

    /// <summary>Adds what a cycle's rays showed.</summary>
    /// <param name="record">It.</param>
    public void Add(RayRecord record) => _records.Add(record);

    /// <summary>Writes the file, whole or not at all.</summary>
    public void Save()
    {
        if (_records.Count > 0)
        {
            WholeFile.WriteText(_path, JsonSerializer.Serialize(_records));
        }
    }

    /// <summary>Cycles as the reports show them.</summary>
    /// <param name="cycles">The cycles.</param>
    public IReadOnlyList<PaperCycle> With(IReadOnlyList<CycleRecord> cycles) =>
    [
        .. cycles.Select((cycle, i) => new PaperCycle(cycle.Neurons, cycle.Metric!.Value, _records.Count > 0 ? _records[i] : null)),
    ];

    private InvalidDataException Unusable(string why, Exception? inner = null)
        => new($"{_path} {why}. Delete this folder's files, and the run starts anew.", inner);
}
