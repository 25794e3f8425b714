using System.Diagnostics;
using DtcGen.Onnx.Proto;
using DtcGen.Tests.Shared;
using Google.Protobuf;
using static DtcGen.Onnx.Proto.TensorProto.Types;

namespace DtcGen.Onnx.Tests;

/// <summary>Checking and loading give one verdict on where a model's weights lie.</summary>
public sealed class ExternalDataTests : IDisposable
{
    private const int Bytes = 120;
    private const long MostMemory = 64 << 20;

    private readonly TemporaryFolder _folder = new();

    private string Model => _folder.File("model.onnx");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WeightsComeFromTheirPartOfTheFile()
    {
        var file = RandomBytes(4096 + Bytes);
        File.WriteAllBytes(_folder.File("weights.bin"), file);
        Write(4096, Bytes);
        Assert.Empty(OnnxFile.Check(Model));
        var loaded = OnnxFile.Load(Model);
        Assert.Equal(file[4096..], loaded.Model.Proto.Graph.Initializer[0].RawData.ToByteArray());
        Assert.Equal([_folder.File("weights.bin")], loaded.DataFiles);
    }

    [Fact]
    public void WithoutALengthItIsThatOfTheDimensions()
    {
        File.WriteAllBytes(_folder.File("weights.bin"), RandomBytes(5000));
        Write(8, length: null);
        Assert.Empty(OnnxFile.Check(Model));
        Assert.Equal(Bytes, OnnxFile.Load(Model).Model.Proto.Graph.Initializer[0].RawData.Length);
    }

    [Theory]
    [InlineData(Bytes - 1, 0, "too short")]
    [InlineData(Bytes, 1, "too short")]
    [InlineData(0, 0, "too short, or no regular file")]
    [InlineData(Bytes, long.MaxValue, "too short")]
    [InlineData(-1, 0, "missing. Keep the two files together")]
    public void AFileThatIsTooShortOrMissingIsRefused(int size, long offset, string expected)
    {
        if (size >= 0)
        {
            File.WriteAllBytes(_folder.File("weights.bin"), new byte[size]);
        }

        Write(offset, Bytes);
        AssertRefused(expected);
    }

    [Fact]
    public void AFolderIsNoFile()
    {
        Directory.CreateDirectory(_folder.File("weights.bin"));
        Write(0, Bytes);
        AssertRefused("a folder");
    }

    [Fact]
    public void ALocationWithANulIsRefused()
    {
        File.WriteAllBytes(_folder.File("weights.bin"), new byte[Bytes]);
        Write(0, Bytes, location: "weights.bin\0.txt");
        AssertRefused("NUL");
    }

    [Fact]
    public void WhatIsClaimedAndNotThereCostsNoMemory()
    {
        File.WriteAllBytes(_folder.File("weights.bin"), new byte[Bytes]);
        Write(0, 1_600_000_000, model: Large(400_000_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused("too short");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
    }

    [Fact]
    public void PartsThatOverlapAreRefusedAndSharedOnesAreNot()
    {
        File.WriteAllBytes(_folder.File("weights.bin"), RandomBytes(Bytes + 20));
        var model = SmallNetwork.Make().Proto;
        SetExternal(model.Graph.Initializer[0], "weights.bin", 0, Bytes);
        var copy = model.Graph.Initializer[0].Clone();
        copy.Name = "copy";
        model.Graph.Initializer.Add(copy);
        File.WriteAllBytes(Model, model.ToByteArray());
        Assert.Empty(OnnxFile.Check(Model));
        var loaded = OnnxFile.Load(Model).Model.Proto.Graph.Initializer;
        Assert.Same(loaded[0].RawData, loaded[^1].RawData);

        copy.ExternalData.Single(static entry => entry.Key == "offset").Value = "4";
        File.WriteAllBytes(Model, model.ToByteArray());
        AssertRefused("overlap");
    }

    [Fact]
    public void WeightsInsideOfANodeAreLoadedToo()
    {
        var file = RandomBytes(Bytes);
        File.WriteAllBytes(_folder.File("weights.bin"), file);
        var model = SmallNetwork.Make().Proto;
        var tensor = model.Graph.Initializer[0].Clone();
        SetExternal(tensor, "weights.bin", 0, Bytes);
        model.Graph.Node.Insert(0, new NodeProto
        {
            OpType = "Constant",
            Output = { "made" },
            Attribute = { new AttributeProto { Name = "value", Type = AttributeProto.Types.AttributeType.Tensor, T = tensor } },
        });
        File.WriteAllBytes(Model, model.ToByteArray());
        Assert.Empty(OnnxFile.Check(Model));
        Assert.Equal(file, OnnxFile.Load(Model).Model.Proto.Graph.Node[0].Attribute[0].T.RawData.ToByteArray());
    }

    [Fact]
    public void LinksAreFollowedInsideOfTheFolderOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Links need a privilege there.
        }

        using var outside = new TemporaryFolder();
        File.WriteAllBytes(outside.File("weights.bin"), new byte[Bytes]);
        Write(0, Bytes);

        File.CreateSymbolicLink(_folder.File("weights.bin"), outside.File("weights.bin"));
        AssertRefused("leads out of the model's folder");

        File.Delete(_folder.File("weights.bin"));
        File.CreateSymbolicLink(_folder.File("weights.bin"), "weights.bin");
        AssertRefused("lead nowhere");

        File.Delete(_folder.File("weights.bin"));
        File.WriteAllBytes(_folder.File("real.bin"), new byte[Bytes]);
        File.CreateSymbolicLink(_folder.File("weights.bin"), "real.bin");
        Assert.Empty(OnnxFile.Check(Model));
        Assert.NotNull(OnnxFile.Load(Model));

        // The length is the target's, not the link's own.
        File.WriteAllBytes(_folder.File("real.bin"), new byte[10]);
        AssertRefused("it has 10");

        Write(0, Bytes, location: "inner/weights.bin");
        Directory.CreateSymbolicLink(_folder.File("inner"), outside.Path);
        AssertRefused("leads out of the model's folder");
    }

    [Fact]
    public void AModelAndItsWeightsMayBeLinksToOneFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // As caches of downloads keep them.
        using var blobs = new TemporaryFolder();
        var file = RandomBytes(Bytes);
        File.WriteAllBytes(blobs.File("b"), file);
        Write(0, Bytes);
        File.Move(Model, blobs.File("a"));
        File.CreateSymbolicLink(Model, blobs.File("a"));
        File.CreateSymbolicLink(_folder.File("weights.bin"), blobs.File("b"));
        Assert.Empty(OnnxFile.Check(Model));
        Assert.Equal(file, OnnxFile.Load(Model).Model.Proto.Graph.Initializer[0].RawData.ToByteArray());
    }

    [Fact]
    public void APipeIsRefusedAndNotOpened()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (var made = Process.Start("mkfifo", _folder.File("weights.bin")))
        {
            made.WaitForExit();
            Assert.Equal(0, made.ExitCode);
        }

        Write(0, Bytes);
        AssertRefused("no regular file");
    }

    private void AssertRefused(string expected)
    {
        var finding = Assert.Single(OnnxFile.Check(Model));
        Assert.Equal(OnnxRules.ExternalData, finding.Rule);
        Assert.Contains(expected, finding.Message);
        var refused = Assert.Throws<OnnxModelException>(() => OnnxFile.Load(Model));
        Assert.Equal([finding], refused.Findings);
        Assert.Contains(Model, refused.Message);
    }

    private void Write(long offset, long? length, string location = "weights.bin", ModelProto? model = null)
    {
        model ??= SmallNetwork.Make().Proto;
        SetExternal(model.Graph.Initializer[0], location, offset, length);
        File.WriteAllBytes(Model, model.ToByteArray());
    }

    private static void SetExternal(TensorProto tensor, string location, long offset, long? length)
    {
        tensor.ClearRawData();
        tensor.DataLocation = DataLocation.External;
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "offset", Value = $"{offset}" });
        if (length is not null)
        {
            tensor.ExternalData.Add(new StringStringEntryProto { Key = "length", Value = $"{length}" });
        }
    }

    private static ModelProto Large(long entries)
    {
        var model = SmallNetwork.Make().Proto;
        model.Graph.Initializer[0].Dims.Clear();
        model.Graph.Initializer[0].Dims.Add(entries);
        return model;
    }

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(5).NextBytes(bytes);
        return bytes;
    }
}
