using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DtcGen.IO;
using DtcGen.Saving;
using static TorchSharp.torch.nn;

namespace DtcGen.Training;

/// <summary>
/// A compression between two cycles as one file: its state, and the model's parameters and buffers. A file has a version and a
/// checksum, is on the disk before it has its name, and replaces an earlier one in one step.
/// </summary>
/// <remarks>
/// A line of text with the version; the state as JSON and the weights as <c>Module.save</c> writes them, each after its length in
/// bytes (64 bits, little-endian); the SHA-256 of all that.
/// </remarks>
public static class CompressCheckpoint
{
    private const string Mark = "DtcGen checkpoint ";
    private const int Version = 1;
    private const int LongestLine = 64;

    /// <summary>Saves where a compression stands; <see cref="CompressOptions.Checkpoint"/> is the place to call it.</summary>
    /// <param name="path">The file; one that is there is replaced. Its folder must be there.</param>
    /// <param name="model">The model that is compressed.</param>
    /// <param name="state">Its state.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(string path, Module model, CompressState state)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(state);
        WholeFile.Write(Path.GetFullPath(path), temporary =>
        {
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite);
            stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Mark}{Version}\n")));
            WritePart(stream, part => part.Write(Encoding.UTF8.GetBytes(CompressStateJson.Write(state))));
            WritePart(stream, part =>
            {
                // Given the stream itself, save would close it.
                using var writer = new BinaryWriter(part, Encoding.UTF8, leaveOpen: true);
                model.save(writer);
            });
            stream.Position = 0;
            stream.Write(SHA256.HashData(stream));
        });
    }

    /// <summary>
    /// Loads a compression into a fresh model of the same class: its neuron groups are clipped to the sizes in the file, and its
    /// parameters and buffers get what the file holds. Go on with <see cref="CompressTrain.Run"/>.
    /// </summary>
    /// <typeparam name="TModel">A model class marked <see cref="DualTomographicAttribute"/>.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="model">A model as the class makes it.</param>
    /// <returns>The state, for <c>resumeFrom</c>.</returns>
    /// <exception cref="InvalidDataException">
    /// The file is no checkpoint, damaged, of a version that is not known, or of another model. The model was not changed.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CompressState Load<TModel>(string path, TModel model)
        where TModel : Module, IDualTomographic
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(model);
        using var stream = File.OpenRead(path);
        ReadVersion(stream, path);
        var start = stream.Position;
        var end = stream.Length - SHA256.HashSizeInBytes;
        if (end < start || !IsWhole(stream, end))
        {
            throw new InvalidDataException(
                $"{path} is damaged: its SHA-256 is not that of its content. Go on from another checkpoint, or begin again.");
        }

        stream.Position = start;
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var json = reader.ReadBytes((int)ReadLength(reader, end, path));
        CompressState state;
        try
        {
            state = CompressStateJson.Read(Encoding.UTF8.GetString(json));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }

        ReadLength(reader, end, path);
        var sizes = state.Sizes;
        if (model.Groups.Count != sizes.Count)
        {
            throw new InvalidDataException(
                $"{path} is of another model: it has {sizes.Count} neuron groups, and this one has {model.Groups.Count}.");
        }

        PrunedModel.Load(model, stream, path);
        state.Remember(model);
        return state;
    }

    private static void WritePart(FileStream stream, Action<Stream> write)
    {
        var start = stream.Position;
        stream.Write(new byte[sizeof(long)]);
        write(stream);
        var end = stream.Position;
        stream.Position = start;
        stream.Write(BitConverter.GetBytes(end - start - sizeof(long)));
        stream.Position = end;
    }

    private static void ReadVersion(FileStream stream, string path)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine && stream.ReadByte() is >= ' ' and < 0x7f and var character)
        {
            line.Append((char)character);
        }

        if (!line.ToString().StartsWith(Mark, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path} is no checkpoint of a compression.");
        }

        var version = line.ToString(Mark.Length, line.Length - Mark.Length);
        if (version != Version.ToString(CultureInfo.InvariantCulture))
        {
            throw new InvalidDataException(
                $"{path} is a checkpoint of version {version}, and version {Version} is read here. Go on with the DtcGen that wrote it.");
        }
    }

    private static bool IsWhole(FileStream stream, long end)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        stream.Position = 0;
        var buffer = new byte[1 << 16];
        for (var left = end; left > 0;)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0)
            {
                return false;
            }

            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        var stored = new byte[SHA256.HashSizeInBytes];
        stream.ReadExactly(stored);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(stored);
    }

    private static long ReadLength(BinaryReader reader, long end, string path)
    {
        var length = end - reader.BaseStream.Position >= sizeof(long) ? reader.ReadInt64() : -1;
        return length >= 0 && length <= end - reader.BaseStream.Position && length <= Array.MaxLength
            ? length
            : throw new InvalidDataException($"{path} is no checkpoint of a compression: a part of it has no length that fits.");
    }
}
