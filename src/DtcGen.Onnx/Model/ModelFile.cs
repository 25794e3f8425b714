using DtcGen.IO;
using DtcGen.Onnx.Proto;
using Google.Protobuf;
using static DtcGen.Onnx.Proto.TensorProto.Types;

namespace DtcGen.Onnx;

/// <summary>Reads and writes model files, with large models' weights in a second file beside them.</summary>
internal static class ModelFile
{
    // Where a tensor starts in the data file: the page size that lets runtimes map it.
    private const long Alignment = 4096;

    // Smaller tensors stay in the model's file: shapes and scalars must be readable without the data file.
    private const int SmallestExternal = 1024;

    /// <summary>Bytes on disk when everything is in one file (2 GiB at most) or in two.</summary>
    public static long Size(ModelProto model)
    {
        long data = DataBytes(model);
        return data < OnnxModel.DefaultExternalDataThreshold ? model.CalculateSize() : data + Skeleton(model, "").CalculateSize();
    }

    public static long DataBytes(ModelProto model) => model.Graph?.Initializer.Sum(static t => (long)t.RawData.Length) ?? 0;

    public static void Save(ModelProto model, string path, long externalDataThreshold)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        if (DataBytes(model) <= externalDataThreshold)
        {
            WholeFile.Write(full, temporary => Write(model, temporary));
            return;
        }

        // The data takes its name just before the model does: nothing that fails earlier touches either file.
        string data = full + ".data";
        WholeFile.Write(full, temporary =>
        {
            Write(Skeleton(model, Path.GetFileName(data)), temporary);
            WholeFile.Write(data, temporaryData => WriteData(model, temporaryData));
        });
    }

    public static ModelProto Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new OnnxModelException($"There is no file {path}.");
        }

        ModelProto model = Parse(File.OpenRead, path);
        LoadExternalData(model, path);
        IReadOnlyList<OnnxFinding> findings = OnnxChecker.Check(model, Path.GetDirectoryName(Path.GetFullPath(path)));
        return findings.Count == 0 ? model : throw new OnnxModelException($"{path} breaks rules of the ONNX format:", findings);
    }

    private static ModelProto Parse(Func<string, Stream> open, string path)
    {
        ModelProto model;
        try
        {
            using Stream stream = open(path);
            model = ModelProto.Parser.ParseFrom(stream);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new OnnxModelException($"{path} is not an ONNX file, or only part of one: {e.Message}", e);
        }

        if (!model.HasIrVersion || model.Graph is null || model.OpsetImport.Count == 0)
        {
            throw new OnnxModelException($"{path} is not an ONNX file: it has no format version, graph and operator set.");
        }

        long opset = model.OpsetImport.FirstOrDefault(static o => ModelCheck.Domain(o.Domain).Length == 0)?.Version ?? 0;
        return opset > OnnxOpsets.Newest || model.IrVersion > OnnxOpsets.NewestIrVersion
            ? throw new OnnxModelException($"{path} uses operator set {opset} and file format version {model.IrVersion}; the newest that can be read are {OnnxOpsets.Newest} and {OnnxOpsets.NewestIrVersion}. Export it for an older operator set.")
            : model;
    }

    private static void LoadExternalData(ModelProto model, string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach (TensorProto tensor in model.Graph.Initializer.Where(static t => t.DataLocation == DataLocation.External))
        {
            ExternalDataReference reference = ExternalDataReference.Read(tensor, out string problem)
                ?? throw new OnnxModelException($"{path}, tensor {tensor.Name}: {problem}");
            string file = Path.Combine(folder, reference.Location);
            try
            {
                using FileStream stream = File.OpenRead(file);
                long length = reference.Length ?? stream.Length - reference.Offset;
                if (length < 0 || length > Math.Min(Array.MaxLength, stream.Length - reference.Offset))
                {
                    throw new EndOfStreamException($"{length:N0} bytes from {reference.Offset:N0} on are wanted, and the file has {stream.Length:N0}.");
                }

                stream.Position = reference.Offset;
                byte[] bytes = new byte[length];
                stream.ReadExactly(bytes);
                tensor.RawData = UnsafeByteOperations.UnsafeWrap(bytes);
            }
            catch (IOException e)
            {
                throw new OnnxModelException($"{path} keeps tensor {tensor.Name} in {file}, which is missing or too short. Keep the two files together.", e);
            }

            tensor.ExternalData.Clear();
            tensor.ClearDataLocation();
        }
    }

    /// <summary>The model without its large tensors' data, which it points to instead.</summary>
    private static ModelProto Skeleton(ModelProto model, string dataFile)
    {
        ModelProto skeleton = model.Clone();
        long position = 0;
        foreach (TensorProto tensor in skeleton.Graph.Initializer.Where(static t => t.RawData.Length >= SmallestExternal))
        {
            long length = tensor.RawData.Length;
            position = Align(position);
            new ExternalDataReference(dataFile, position, length).Write(tensor);
            position += length;
        }

        return skeleton;
    }

    private static void WriteData(ModelProto model, string path)
    {
        using FileStream stream = File.Create(path);
        foreach (TensorProto tensor in model.Graph.Initializer.Where(static t => t.RawData.Length >= SmallestExternal))
        {
            stream.Position = Align(stream.Position);
            stream.Write(tensor.RawData.Span);
        }
    }

    private static void Write(ModelProto model, string path)
    {
        using FileStream stream = File.Create(path);
        model.WriteTo(stream);
    }

    private static long Align(long position) => (position + Alignment - 1) / Alignment * Alignment;
}
