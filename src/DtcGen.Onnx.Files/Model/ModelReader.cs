using DtcGen.Onnx.Proto;
using Google.Protobuf;
using static DtcGen.Onnx.Proto.TensorProto.Types;

namespace DtcGen.Onnx;

/// <summary>Reads model files, and the data files that they keep weights in.</summary>
internal static class ModelReader
{
    private const int LongestMark = 16;

    // What people mistake for an ONNX file, by its first bytes.
    private static readonly (byte[] Mark, string What)[] Others =
    [
        ("version https://"u8.ToArray(), "a Git LFS pointer to the file. Fetch the file itself: git lfs pull"),
        ([
            (byte)'P', (byte)'K', 3, 4
        ], "a zip archive, such as a PyTorch checkpoint or an npz file. Export the model to ONNX first, or unpack it"),
        ([0x1f, 0x8b], "compressed with gzip. Unpack it first"),
        ([0x80, 0x02, (byte)'}'], "a Python pickle. Export the model to ONNX first"),
        ([0x89, (byte)'H', (byte)'D', (byte)'F'], "an HDF5 file, such as a Keras model. Export the model to ONNX first"),
        ("<!DOCTYPE"u8.ToArray(), "a web page. The download went wrong"),
        ("<html"u8.ToArray(), "a web page. The download went wrong"),
    ];

    /// <summary>Reads the model file alone.</summary>
    /// <exception cref="OnnxModelException">It is missing, empty, cut short or not ONNX.</exception>
    public static ModelProto Parse(string path)
    {
        if (Directory.Exists(path))
        {
            throw new OnnxModelException($"{path} is a folder, not an ONNX file.");
        }

        if (!File.Exists(path))
        {
            throw new OnnxModelException($"There is no file {path}.");
        }

        ModelProto model;
        try
        {
            using var stream = File.OpenRead(path);
            RequireLikely(stream, path);
            model = ModelProto.Parser.ParseFrom(stream);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new OnnxModelException($"{path} is not an ONNX file, or only part of one: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OnnxModelException($"{path} cannot be read: {e.Message}", e);
        }

        return model.HasIrVersion && model.Graph is not null && model.OpsetImport.Count > 0
            ? model
            : throw new OnnxModelException(
                $"{path} is not an ONNX file, or only part of one: it has no format version, graph and operator set.");
    }

    /// <summary>Refuses what is newer than what can be read.</summary>
    public static void RequireKnownVersion(ModelProto model, string path)
    {
        var opset = model.OpsetImport.FirstOrDefault(static o => ModelCheck.Domain(o.Domain).Length == 0)?.Version ?? 0;
        if (opset > OnnxOpsets.Newest || model.IrVersion > OnnxOpsets.NewestIrVersion)
        {
            throw new OnnxModelException(
                $"{path} uses operator set {opset} and file format version {model.IrVersion}; the newest that can be read are {OnnxOpsets.Newest} and {OnnxOpsets.NewestIrVersion}. Export it for an older operator set.");
        }
    }

    /// <summary>Takes the tensors that lie in data files into a model in which no fault was found.</summary>
    /// <returns>The data files' paths.</returns>
    /// <exception cref="OnnxModelException">A data file has changed meanwhile, or cannot be read.</exception>
    public static IReadOnlyList<string> LoadExternalData(ModelProto model, string path)
    {
        var folder = ExternalDataFolder.Beside(path);
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var parts = new Dictionary<(string File, long Offset, Int128 Length), ByteString>();
        foreach (var tensor in StoredTensors(model.Graph).Where(static t => t.DataLocation == DataLocation.External))
        {
            var bytes = TensorCheck.Bytes(tensor);
            if (ExternalDataReference.Read(tensor, out var problem) is not { } reference
                || folder.Find(reference, bytes, out problem) is not { } file)
            {
                throw new OnnxModelException($"{path}, tensor {tensor.Name}: {problem}");
            }

            files.Add(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, reference.Location));
            var part = (file, reference.Offset, bytes);
            if (!parts.TryGetValue(part, out var data))
            {
                try
                {
                    parts.Add(part, data = Read(file, reference.Offset, (int)bytes));
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    throw new OnnxModelException($"{path} keeps tensor {tensor.Name} in {file}, which cannot be read: {e.Message}", e);
                }
            }

            tensor.RawData = data;
            tensor.ExternalData.Clear();
            tensor.ClearDataLocation();
        }

        return [.. files];
    }

    private static ByteString Read(string file, long offset, int length)
    {
        // Of nothing, nothing is opened: it may be no regular file.
        if (length == 0)
        {
            return ByteString.Empty;
        }

        using var stream = File.OpenRead(file);
        stream.Position = offset;
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return UnsafeByteOperations.UnsafeWrap(bytes);
    }

    private static IEnumerable<TensorProto> StoredTensors(GraphProto graph)
        => graph.Initializer.Concat(graph.Node.SelectMany(static node => node.Attribute).SelectMany(StoredTensors));

    private static IEnumerable<TensorProto> StoredTensors(AttributeProto attribute)
        => attribute.Tensors
            .Concat(attribute.T is { } tensor ? [tensor] : [])
            .Concat(attribute.Graphs.Concat(attribute.G is { } inner ? [inner] : []).SelectMany(StoredTensors));

    private static void RequireLikely(FileStream stream, string path)
    {
        if (stream.Length == 0)
        {
            throw new OnnxModelException($"{path} is empty, so it is not an ONNX file.");
        }

        Span<byte> start = stackalloc byte[LongestMark];
        start = start[..stream.ReadAtLeast(start, LongestMark, throwOnEndOfStream: false)];
        foreach (var (mark, what) in Others)
        {
            if (start.StartsWith(mark))
            {
                throw new OnnxModelException($"{path} is not an ONNX file, it is {what}.");
            }
        }

        stream.Position = 0;
    }
}
