using DtcGen.Onnx.Proto;
using Google.Protobuf;

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

    /// <summary>
    /// Finds the tensors that lie in data files of a model in which no fault was found. Small ones, which shapes may
    /// depend on, and those in nodes are taken into the model; the others stay where they are.
    /// </summary>
    /// <returns>The data files; null when there are none.</returns>
    /// <exception cref="OnnxModelException">A data file has changed meanwhile, or cannot be read.</exception>
    public static ExternalDataFiles? FindExternalData(ModelProto model, string path)
    {
        TensorProto[] nodes = [.. StoredTensors.Others(model.Graph).Where(StoredTensors.IsExternal)];
        TensorProto[] tensors = [.. StoredTensors.Initializers(model.Graph).Where(StoredTensors.IsExternal)];
        if (nodes.Length + tensors.Length == 0)
        {
            return null;
        }

        var files = new ExternalDataFiles(path);
        foreach (var tensor in nodes.Concat(tensors))
        {
            files.Add(tensor);
        }

        // Any number of tensors may point to the same data, which are then in memory once.
        var taken = new Dictionary<(ExternalDataReference, long), TensorProto>();
        foreach (var tensor in nodes.Concat(tensors.Where(static t => t.RawBytes() < ModelFile.SmallestExternal)))
        {
            if (tensor.RawBytes() > Array.MaxLength)
            {
                throw new OnnxModelException(
                    $"{path} keeps {tensor.RawBytes():N0} bytes in a node's tensor {tensor.Name}; there, {Array.MaxLength:N0} are the most.");
            }

            var part = (ExternalDataReference.Read(tensor, out _)! with { Length = null }, tensor.RawBytes());
            if (taken.TryGetValue(part, out var same))
            {
                tensor.TakeIn(same.RawData);
                continue;
            }

            tensor.TakeIn(files);
            taken.Add(part, tensor);
        }

        return files;
    }

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
