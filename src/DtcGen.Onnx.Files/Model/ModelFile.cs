using DtcGen.IO;
using DtcGen.Onnx.Proto;
using Google.Protobuf;

namespace DtcGen.Onnx;

/// <summary>Writes model files, with large models' weights in a second file beside them.</summary>
internal static class ModelFile
{
    // Where a tensor starts in the data file: the page size that lets runtimes map it.
    private const long Alignment = 4096;

    // Smaller tensors stay in the model's file: shapes and scalars must be readable without the data file.
    private const int SmallestExternal = 1024;

    /// <summary>Bytes on disk when everything is in one file (2 GiB at most) or in two.</summary>
    public static long Size(ModelProto model)
    {
        var data = DataBytes(model);
        return data < OnnxModel.DefaultExternalDataThreshold ? model.CalculateSize() : data + Skeleton(model, "").CalculateSize();
    }

    public static long DataBytes(ModelProto model) => model.Graph?.Initializer.Sum(static t => (long)t.RawData.Length) ?? 0;

    public static void Save(ModelProto model, string path, long externalDataThreshold)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        if (DataBytes(model) <= externalDataThreshold)
        {
            WholeFile.Write(full, temporary => Write(model, temporary));
            return;
        }

        // The data takes its name just before the model does: nothing that fails earlier touches either file.
        var data = full + ".data";
        WholeFile.Write(full, temporary =>
        {
            Write(Skeleton(model, Path.GetFileName(data)), temporary);
            WholeFile.Write(data, temporaryData => WriteData(model, temporaryData));
        });
    }

    /// <summary>The model without its large tensors' data, which it points to instead.</summary>
    private static ModelProto Skeleton(ModelProto model, string dataFile)
    {
        var skeleton = model.Clone();
        long position = 0;
        foreach (var tensor in skeleton.Graph.Initializer.Where(static t => t.RawData.Length >= SmallestExternal))
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
        using var stream = File.Create(path);
        foreach (var tensor in model.Graph.Initializer.Where(static t => t.RawData.Length >= SmallestExternal))
        {
            stream.Position = Align(stream.Position);
            stream.Write(tensor.RawData.Span);
        }
    }

    private static void Write(ModelProto model, string path)
    {
        using var stream = File.Create(path);
        model.WriteTo(stream);
    }

    private static long Align(long position) => (position + Alignment - 1) / Alignment * Alignment;
}
