using DtcGen.IO;
using DtcGen.Onnx.Proto;
using Google.Protobuf;

namespace DtcGen.Onnx;

/// <summary>Writes model files, with large models' weights in a second file beside them.</summary>
internal static class ModelFile
{
    /// <summary>Smaller tensors stay in the model's file: shapes and scalars must be readable without the data file.</summary>
    public const int SmallestExternal = 1024;

    // Where a tensor starts in the data file: the page size that lets runtimes map it.
    private const long Alignment = 4096;

    /// <summary>Bytes on disk when everything is in one file (2 GiB at most) or in two.</summary>
    public static long Size(OnnxModel model)
    {
        var data = DataBytes(model.Proto);
        return model.Data is null && data <= OnnxModel.DefaultExternalDataThreshold
            ? model.Proto.CalculateSize()
            : data + Skeleton(model, "").CalculateSize();
    }

    public static long DataBytes(ModelProto model)
        => model.Graph is { } graph ? StoredTensors.Initializers(graph).Sum(StoredTensors.RawBytes) : 0;

    public static void Save(OnnxModel model, string path, long externalDataThreshold)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        if (DataBytes(model.Proto) <= externalDataThreshold)
        {
            WholeFile.Write(full, temporary => Write(InOnePiece(model), temporary));
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

    /// <summary>The model as one file's bytes.</summary>
    public static byte[] Bytes(OnnxModel model)
    {
        var whole = InOnePiece(model);

        // Not cleared first, as an array usually is: every byte is written.
        var bytes = GC.AllocateUninitializedArray<byte>(whole.CalculateSize());
        whole.WriteTo(bytes.AsSpan());
        return bytes;
    }

    /// <summary>The model with all entries in it.</summary>
    public static ModelProto InOnePiece(OnnxModel model)
    {
        if (model.Data is not { } data)
        {
            return model.Proto;
        }

        var whole = model.Proto.Clone();
        foreach (var tensor in StoredTensors.Initializers(whole.Graph).Where(StoredTensors.IsExternal))
        {
            tensor.TakeIn(data);
        }

        return whole;
    }

    /// <summary>The model without its large tensors' data, which it points to instead.</summary>
    private static ModelProto Skeleton(OnnxModel model, string dataFile)
    {
        var skeleton = model.Proto.Clone();
        long position = 0;
        foreach (var tensor in Large(skeleton))
        {
            var length = tensor.RawBytes();
            position = Align(position);
            tensor.ExternalData.Clear();
            new ExternalDataReference(dataFile, position, length).Write(tensor);
            position += length;
        }

        return skeleton;
    }

    private static void WriteData(OnnxModel model, string path)
    {
        using var stream = File.Create(path);
        foreach (var tensor in Large(model.Proto))
        {
            stream.Position = Align(stream.Position);
            tensor.ForEachPiece(model.Data, stream.Write);
        }
    }

    private static IEnumerable<TensorProto> Large(ModelProto model)
        => StoredTensors.Initializers(model.Graph).Where(static t => t.IsExternal() || t.RawBytes() >= SmallestExternal);

    private static void Write(ModelProto model, string path)
    {
        using var stream = File.Create(path);
        model.WriteTo(stream);
    }

    private static long Align(long position) => (position + Alignment - 1) / Alignment * Alignment;
}
