using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using DtcGen.Datasets;
using DtcGen.Onnx;
using DtcGen.Samples.InferenceApp;
using DtcGen.Training;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>Every kind of file that the libraries and the inference app read, each with a good example.</summary>
internal static class FileFormats
{
    /// <summary>All of them.</summary>
    /// <param name="folder">A folder for files that are needed beside the damaged one.</param>
    public static IReadOnlyList<FileFormat> All(string folder)
    {
        using var model = new SmallNet();
        var onnx = OnnxExport.Build(model, OnnxInput.Batched(6));
        using var wide = new SmallNet(64);
        OnnxExport.Build(wide, OnnxInput.Batched(6)).Save(Path.Combine(folder, "external.onnx"), externalDataThreshold: 0);
        var npy = Npy();
        return
        [
            new("IDX", Idx(), static path => IdxFile.Read(path, 3), IsData),
            new("IDX, gzipped", Gzip(Idx()), static path => IdxFile.Read(path, 3), IsData),
            new("IDX in gzip", Idx(), static path => IdxFile.Read(path, 3), IsData, Gzip),
            new("CIFAR-10", [.. Enumerable.Range(0, 3073).Select(static i => (byte)(i == 0 ? 3 : i))], static path => Cifar(path), IsData),
            new("npz", Zip(npy), static path => NpzFile.Read(path), IsData),
            new("npy in npz", npy, static path => NpzFile.Read(path), IsData, Zip),
            new("ONNX", onnx.ToBytes(), static path => Inspect(path), static e => e is OnnxModelException),
            new(
                "ONNX, weights in a second file",
                File.ReadAllBytes(Path.Combine(folder, "external.onnx")),
                path => Beside(path, Path.Combine(folder, "external.onnx.data")),
                static e => e is OnnxModelException),
            new("weights (Module.save)", Weights(model), static path => LoadPruned(path), static e => e is InvalidDataException),
            new("checkpoint", Checkpoint(model, folder), static path => LoadCheckpoint(path), static e => e is InvalidDataException),
            new(
                "checkpoint, SHA-256 made right",
                Checkpoint(model, folder),
                static path => LoadCheckpoint(path),
                static e => e is InvalidDataException,
                WithSha),
            new("PNG", Png(), static path => Picture(path), static e => e is BadImageException),
            new("PNG, CRC-32 made right", Png(), static path => Picture(path), static e => e is BadImageException, WithCrc),
        ];
    }

    private static bool IsData(Exception e) => e is DatasetException;

    private static void Cifar(string path)
    {
        // One folder for each damaged file: its name decides what it is.
        var folder = Directory.CreateDirectory(path + ".folder").FullName;
        File.Copy(path, Path.Combine(folder, "data_batch_1.bin"), overwrite: true);
        File.Copy(path, Path.Combine(folder, "test_batch.bin"), overwrite: true);
        try
        {
            Cifar10.Load(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // As dtc inspect does.
    private static void Inspect(string path)
    {
        var findings = OnnxFile.Check(path);
        var model = OnnxFile.Load(path).Model;
        _ = (findings, model.Statistics, model.Inputs, model.Outputs);
    }

    private static void Beside(string path, string data)
    {
        var beside = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(data));
        if (!File.Exists(beside))
        {
            File.Copy(data, beside);
        }

        Inspect(path);
    }

    private static void LoadPruned(string path)
    {
        using var model = new SmallNet();
        model.LoadPruned(path);
    }

    private static void LoadCheckpoint(string path)
    {
        using var model = new SmallNet();
        CompressCheckpoint.Load(path, model);
    }

    private static void Picture(string path) => PngImage.Read(File.ReadAllBytes(path), new ImageShape(1, 28, 28));

    private static byte[] Idx()
        => [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, .. Enumerable.Range(0, 24).Select(static i => (byte)i)];

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Npy()
    {
        var header = "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }                      \n"u8;
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, .. new byte[24]];
    }

    private static byte[] Zip(byte[] array)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("x.npy", CompressionLevel.Fastest).Open();
            entry.Write(array);
        }

        return packed.ToArray();
    }

    private static byte[] Weights(SmallNet model)
    {
        using var stream = new MemoryStream();
        model.save(stream);
        return stream.ToArray();
    }

    private static byte[] Checkpoint(SmallNet model, string folder)
    {
        var path = Path.Combine(folder, "run.checkpoint");
        var options = new CompressOptions
        {
            Batches = Batches.InOrder([(rand(8, 6), zeros(8, ScalarType.Int64))]),
            Schedule = new ShareSchedule(0.25, 0.125),
            StepsPerCycle = 1,
        };
        using var compressed = new SmallNet();
        compressed.load_state_dict(model.state_dict());
        var result = CompressTrain.Run(compressed, options);
        CompressCheckpoint.Save(path, compressed, result.State);
        return File.ReadAllBytes(path);
    }

    private static byte[] WithSha(byte[] file)
    {
        if (file.Length < SHA256.HashSizeInBytes)
        {
            return file;
        }

        var content = file[..^SHA256.HashSizeInBytes];
        return [.. content, .. SHA256.HashData(content)];
    }

    // 28 rows of 28 grey pixels, each with the filter Sub.
    private static byte[] Png()
    {
        byte[] rows = [.. Enumerable.Range(0, 28).SelectMany(static y => new byte[] { 1 }.Concat(Enumerable.Repeat((byte)y, 28)))];
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return
        [
            0x89, .. "PNG"u8, 0x0d, 0x0a, 0x1a, 0x0a,
            .. Chunk("IHDR", [0, 0, 0, 28, 0, 0, 0, 28, 8, 0, 0, 0, 0]),
            .. Chunk("IDAT", packed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        var (length, sum) = (new byte[4], new byte[4]);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.HashToUInt32(named));
        return [.. length, .. named, .. sum];
    }

    private static byte[] WithCrc(byte[] file)
    {
        const int signature = 8, frame = 12;
        byte[] repaired = [.. file];
        for (var at = signature; repaired.Length - at >= frame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(repaired.AsSpan(at));
            if (length > repaired.Length - at - frame)
            {
                break;
            }

            var end = at + frame + (int)length;
            BinaryPrimitives.WriteUInt32BigEndian(
                repaired.AsSpan(end - 4), Crc32.HashToUInt32(repaired.AsSpan(at + 4, (int)length + 4)));
            at = end;
        }

        return repaired;
    }
}
