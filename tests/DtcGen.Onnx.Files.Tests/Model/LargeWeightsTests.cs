using System.Runtime.InteropServices;
using DtcGen.Onnx.Proto;
using DtcGen.Tests.Shared;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace DtcGen.Onnx.Tests;

/// <summary>Weights in a data file stay there until something asks for them.</summary>
public sealed class LargeWeightsTests : IDisposable
{
    private const long MostMemory = 32 << 20;

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("model.onnx");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ATensorAboveTwoGigabytesIsCheckedAndCountedWithoutBeingRead()
    {
        const long Rows = 200_000, Columns = 4096;
        var model = new HandMadeModel().Input("x", "batch", Rows).Weight("w", 1, 1).Node("MatMul", "x w -> y")
            .Build("y", OnnxElementType.Float, "batch", Columns).Proto;
        var weight = model.Graph.Initializer[0];
        weight.Dims.Clear();
        weight.Dims.Add([Rows, Columns]);
        new ExternalDataReference("w.bin", 4096, Rows * Columns * sizeof(float)).Write(weight);
        File.WriteAllBytes(Path, model.ToByteArray());
        using (var data = File.Create(_folder.File("w.bin")))
        {
            // Where nothing was written, nothing is on the disk.
            data.SetLength(4096 + (Rows * Columns * sizeof(float)));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Empty(OnnxFile.Check(Path));
        var file = OnnxFile.Load(Path);
        var cost = OnnxCost.Count(file.Model);
        Assert.Equal(Rows * Columns, cost.Parameters);
        Assert.Equal(Rows * Columns, cost.MultiplyAdds);
        Assert.Equal(Rows * Columns * sizeof(float), cost.WeightBytes);
        Assert.True(cost.Layers[0].Weights[0].IsInDataFile);
        Assert.Equal(new FileInfo(Path).Length + new FileInfo(_folder.File("w.bin")).Length, file.Bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
        Assert.Contains(
            "too many for one piece", Assert.Throws<OnnxModelException>(() => file.Model.ToBytes()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ZerosInADataFileAreCountedWhenAskedFor()
    {
        var values = Values(1_300_000);
        Write(values);
        var cost = OnnxCost.Count(OnnxModel.Load(Path));
        Assert.Equal(values.LongCount(static v => v == 0), cost.ZeroParameters);
        Assert.Equal(OnnxCost.Count(Model(values)).ZeroParameters, cost.ZeroParameters);
    }

    [Fact]
    public void ALoadedModelIsSavedFromItsDataFileAlsoOverItself()
    {
        var values = Values(600_000);
        Write(values);
        var expected = Model(values).ToBytes();
        OnnxModel.Load(Path).Save(_folder.File("one.onnx"));
        Assert.Equal(expected, File.ReadAllBytes(_folder.File("one.onnx")));

        OnnxModel.Load(Path).Save(Path, externalDataThreshold: 1000);
        OnnxModel.Load(Path).Save(_folder.File("two.onnx"), externalDataThreshold: 1000);
        Assert.Equal(expected, OnnxModel.Load(Path).ToBytes());
        Assert.Equal(expected, OnnxModel.Load(_folder.File("two.onnx")).ToBytes());
    }

    [Fact]
    public void ADataFileThatChangedMeanwhileIsNotRead()
    {
        var values = Values(600_000);
        Write(values);
        var loaded = OnnxFile.Load(Path);
        File.SetLastWriteTimeUtc(Assert.Single(loaded.DataFiles), DateTime.UtcNow.AddHours(1));
        Assert.Contains(
            "has changed", Assert.Throws<OnnxModelException>(() => OnnxCost.Count(loaded.Model).ZeroParameters).Message, StringComparison.Ordinal);
        Assert.Throws<OnnxModelException>(() => loaded.Model.Save(_folder.File("copy.onnx"), externalDataThreshold: 1000));
        Assert.Throws<OnnxModelException>(() => loaded.Model.Save(_folder.File("copy.onnx")));
        Assert.Equal(["model.onnx", "model.onnx.data"], Directory.EnumerateFiles(_folder.Path).Select(System.IO.Path.GetFileName).Order());
    }

    [Fact]
    public void LargeWeightsOfGraphsInsideNodesGoToTheDataFileToo()
    {
        var model = new HandMadeModel().Input("x", "batch", 20).Input("flag", OnnxElementType.Bool)
            .Node("If", "flag -> y", ("then_branch", Branch("then", 1)), ("else_branch", Branch("else", 2)))
            .Build("y", OnnxElementType.Float, "batch", 30);
        model.Save(Path, externalDataThreshold: 1000);
        Assert.True(new FileInfo(Path + ".data").Length >= 2 * 20 * 30 * sizeof(float));
        Assert.Equal(model.ToBytes(), OnnxModel.Load(Path).ToBytes());

        var x = RandomArrays.Normal(3, 20);
        var flag = new OnnxArray(OnnxElementType.Bool, [], new byte[] { 1 });
        using var expected = new InferenceSession(model.ToBytes());
        using var actual = new InferenceSession(Path);
        Assert.Equal(OnnxRun.Run(expected, [x, flag])[0].Bytes, OnnxRun.Run(actual, [x, flag])[0].Bytes);
    }

    private static GraphProto Branch(string name, float scale)
    {
        float[] values = [.. Enumerable.Range(1, 20 * 30).Select(i => scale / i)];
        var graph = new HandMadeModel().Named(name).Store($"{name}.w", OnnxElementType.Float, [20, 30], values)
            .Node("MatMul", $"x {name}.w -> {name}.y").Build($"{name}.y", OnnxElementType.Float, "batch", 30).Proto.Graph;
        return graph;
    }

    private void Write(float[] values) => Model(values).Save(Path, externalDataThreshold: 1000);

    private static OnnxModel Model(float[] values) => new HandMadeModel().Input("x", "batch", 100)
        .Store("w", OnnxElementType.Float, [100, values.Length / 100], values).Node("MatMul", "x w -> y")
        .Build("y", OnnxElementType.Float, "batch", values.Length / 100);

    // A third are zeros, of either sign.
    private static float[] Values(int count)
    {
        var random = new Random(3);
        return [
            .. Enumerable.Range(0, count).Select(_ => random.Next(6) switch { 0 => 0f, 1 => -0f, _ => random.NextSingle() + 0.1f })
        ];
    }
}
