using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>The data files of a model that was read from a file: what they hold is read when it is asked for.</summary>
/// <param name="model">The model's file.</param>
internal sealed class ExternalDataFiles(string model) : IExternalData
{
    private readonly ExternalDataFolder _folder = ExternalDataFolder.Beside(model);
    private readonly Dictionary<string, (string File, (long Length, DateTime Written) Stamp)> _files = new(StringComparer.Ordinal);

    /// <summary>The data files' paths.</summary>
    public IReadOnlyList<string> Paths
    {
        get
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(model))!;
            return [.. _files.Keys.Select(location => Path.Combine(folder, location)).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Finds a tensor's data.</summary>
    /// <exception cref="OnnxModelException">They are not there, or have changed since they were looked for.</exception>
    public void Add(TensorProto tensor)
    {
        if (ExternalDataReference.Read(tensor, out var problem) is not { } reference
            || _folder.Find(reference, TensorCheck.Bytes(tensor), out problem) is not { } file)
        {
            throw new OnnxModelException($"{model}, tensor {tensor.Name}: {problem}");
        }

        _files.TryAdd(reference.Location, (file, Stamp(file)));
    }

    /// <inheritdoc/>
    public void Read(TensorProto tensor, long position, Span<byte> bytes)
    {
        var reference = ExternalDataReference.Read(tensor, out _)!;
        var (file, stamp) = _files[reference.Location];

        // Of nothing, nothing is opened: it may be no regular file.
        if (bytes.IsEmpty)
        {
            return;
        }

        try
        {
            if (Stamp(file) != stamp)
            {
                throw new OnnxModelException($"{file}, which keeps weights of {model}, has changed since the model was read. Load it again.");
            }

            using var handle = File.OpenHandle(file);
            for (var done = 0; done < bytes.Length;)
            {
                var read = RandomAccess.Read(handle, bytes[done..], reference.Offset + position + done);
                done += read > 0 ? read : throw new EndOfStreamException("it ends too early.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OnnxModelException($"{model} keeps tensor {tensor.Name} in {file}, which cannot be read: {e.Message}", e);
        }
    }

    private static (long Length, DateTime Written) Stamp(string file)
    {
        var info = new FileInfo(file);
        return (info.Exists ? info.Length : -1, info.LastWriteTimeUtc);
    }
}
