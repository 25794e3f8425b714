using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DtcGen.Training;

namespace DtcGen.Samples.Paper;

/// <summary>Keeps one checkpoint per run in a folder under the output folder.</summary>
/// <param name="output">The folder that the run writes to.</param>
/// <param name="fingerprint">What the runs depend on: options, protocol, data. A checkpoint made with another is refused.</param>
internal sealed class CheckpointStore(OutputFolder output, string fingerprint)
{
    private const string Name = "checkpoints";
    private const string Finished = "finished";
    private const string Mark = "dtc paper checkpoint ";
    private const string Version = "3";
    private static readonly JsonSerializerOptions Strict = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly string _folder = output.FileName(Name);

    /// <summary>Whether there are checkpoints whose results were never written.</summary>
    public bool Unfinished => Directory.Exists(_folder) && Directory.EnumerateFiles(_folder, "*.bin").Any() && !File.Exists(FinishedPath);

    private string FinishedPath => Path.Combine(_folder, Finished);

    /// <summary>Says that the results of these checkpoints are written.</summary>
    public void MarkFinished() => output.WriteText(Path.Combine(Name, Finished), string.Empty);

    /// <summary>Removes all checkpoints.</summary>
    public void Clear()
    {
        if (!Directory.Exists(_folder))
        {
            return;
        }

        // The mark last: a stop in between leaves a folder that counts as finished.
        foreach (var file in Directory.EnumerateFiles(_folder, "*.bin").Append(FinishedPath))
        {
            File.Delete(file);
        }
    }

    /// <summary>Saves where a run stands; a file that was there is replaced in one step.</summary>
    /// <param name="method">The run's method.</param>
    /// <param name="repeat">The run's repeat.</param>
    /// <param name="checkpoint">Where it stands.</param>
    public void Save(PaperMethod method, int repeat, Checkpoint checkpoint)
    {
        Directory.CreateDirectory(_folder);
        File.Delete(FinishedPath);
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark + Version);
            writer.Write(fingerprint);
            writer.Write(checkpoint.State.ToJson());
            writer.Write(JsonSerializer.Serialize(checkpoint.Rays));
            writer.Write(JsonSerializer.Serialize(checkpoint.Memory));
            writer.Write(checkpoint.Weights.Length);
            writer.Write(checkpoint.Weights);
        }

        var bytes = content.ToArray();
        output.Write(Path.Combine(Name, FileOf(method, repeat)), path =>
        {
            using var stream = File.Create(path);
            stream.Write(bytes);
            stream.Write(SHA256.HashData(bytes));
        });
    }

    /// <summary>Reads where a run stands, or null when it has not finished a cycle.</summary>
    /// <param name="method">The run's method.</param>
    /// <param name="repeat">The run's repeat.</param>
    /// <exception cref="SampleException">The file is damaged or belongs to a run with other options or data.</exception>
    public Checkpoint? Load(PaperMethod method, int repeat)
    {
        var path = Path.Combine(_folder, FileOf(method, repeat));
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        var length = bytes.Length - SHA256.HashSizeInBytes;
        if (length < 0 || !SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
        {
            throw Damaged(path);
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, 0, length));
        try
        {
            return Read(reader, path);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException or FormatException or ArgumentException)
        {
            throw Unusable(path, $"is not what a run writes ({e.Message})", e);
        }
    }

    private Checkpoint Read(BinaryReader reader, string path)
    {
        var mark = reader.ReadString();
        if (mark != Mark + Version)
        {
            throw Unusable(
                path,
                mark.StartsWith(Mark, StringComparison.Ordinal)
                    ? $"is of version {mark[Mark.Length..]}, and version {Version} is read here"
                    : "is no checkpoint");
        }

        var made = reader.ReadString();
        if (made != fingerprint)
        {
            throw new SampleException(
                $"{path} belongs to another run ({made}), this one is {fingerprint}. Give the options and data of that run, or another --out.");
        }

        var state = CompressState.FromJson(reader.ReadString());
        var rays = JsonSerializer.Deserialize<RayRecord?[]>(reader.ReadString(), Strict);
        var memory = JsonSerializer.Deserialize<int[]>(reader.ReadString(), Strict);
        var weights = reader.ReadInt32() is >= 0 and var count && count == reader.BaseStream.Length - reader.BaseStream.Position
            ? reader.ReadBytes(count)
            : null;
        return rays?.Length == state.Cycles.Count && memory is not null && weights is not null
            && state.Cycles.All(static cycle => cycle.Metric is not null)
            ? new Checkpoint(state, rays, memory, weights)
            : throw Unusable(path, "is not what a run writes (its parts do not fit each other)");
    }

    private static SampleException Damaged(string path) => Unusable(path, "is damaged");

    private static SampleException Unusable(string path, string why, Exception? inner = null)
        => new($"{path} {why}. Delete it and use --resume again: that run starts anew, the others continue.", inner);

    private static string FileOf(PaperMethod method, int repeat)
        => string.Create(CultureInfo.InvariantCulture, $"{method.Key()}-{repeat}.bin");
}
