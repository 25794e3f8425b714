using DtcGen.Onnx.Proto;
using DtcGen.Tests.Shared;

namespace DtcGen.Onnx.Tests;

public sealed class OnnxModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static OnnxModel Model => SmallNetwork.Make();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ASavedModelLoadsAsItWas()
    {
        var path = _folder.File("sub/model.onnx");
        var model = Model;
        model.Save(path);

        var loaded = OnnxModel.Load(path);
        Assert.Equal(model.ToBytes(), loaded.ToBytes());
        Assert.Equal(model.Statistics, loaded.Statistics);
        Assert.Equal(new FileInfo(path).Length, loaded.Statistics.FileBytes);
        Assert.Equal(["model.onnx"], Directory.EnumerateFiles(_folder.File("sub")).Select(Path.GetFileName));
    }

    [Fact]
    public void StatisticsCountParametersAndMultiplications()
    {
        var statistics = Model.Statistics;
        Assert.Equal((6 * 5) + 5 + (5 * 4), statistics.Parameters);
        Assert.Equal((6 * 5) + (5 * 4), statistics.MultiplyAdds);
        Assert.Equal(3, statistics.Nodes);
    }

    [Fact]
    public void AnInvalidModelIsNotWrittenAndTheOldFileStays()
    {
        var path = _folder.File("model.onnx");
        Model.Save(path);
        var before = File.ReadAllBytes(path);
        var broken = Model;
        broken.Proto.Graph.Node[0].OpType = "NoSuchOperator";

        var error = Assert.Throws<OnnxModelException>(() => broken.Save(path));
        Assert.Contains(error.Findings, static f => f.Rule == OnnxRules.Operator);
        Assert.Throws<OnnxModelException>(() => broken.ToBytes());
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Single(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void LargeWeightsGoToAFileBesideIt()
    {
        var model = new HandMadeModel().Input("x", "batch", 50).Weight("first", 50, 40).Weight("second", 40, 60)
            .Node("MatMul", "x first -> hidden").Node("MatMul", "hidden second -> y").Build("y", OnnxElementType.Float, "batch", 60);
        var path = _folder.File("large.onnx");
        model.Save(path, externalDataThreshold: 1000);

        Assert.True(File.Exists(path + ".data"));
        Assert.True(new FileInfo(path).Length < 2000);
        Assert.Equal(2, Directory.EnumerateFiles(_folder.Path).Count());
        Assert.Equal(model.ToBytes(), OnnxModel.Load(path).ToBytes());
        using var session = new Microsoft.ML.OnnxRuntime.InferenceSession(path);
        Assert.Equal([37, 60], Assert.Single(OnnxRun.Run(session, [RandomArrays.Normal(37, 50)])).Shape);

        File.WriteAllBytes(path + ".data", File.ReadAllBytes(path + ".data")[..5000]);
        Assert.Contains("large.onnx.data", Assert.Throws<OnnxModelException>(() => OnnxModel.Load(path)).Message, StringComparison.Ordinal);
        File.Delete(path + ".data");
        Assert.Contains("large.onnx.data", Assert.Throws<OnnxModelException>(() => OnnxModel.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsMissingCutShortOrSomethingElseIsNamed()
    {
        Assert.Contains(
            "nowhere.onnx",
            Assert.Throws<OnnxModelException>(() => OnnxModel.Load(_folder.File("nowhere.onnx"))).Message,
            StringComparison.Ordinal);

        var path = _folder.File("model.onnx");
        var bytes = Model.ToBytes();
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        Assert.Contains(path, Assert.Throws<OnnxModelException>(() => OnnxModel.Load(path)).Message, StringComparison.Ordinal);
        File.WriteAllText(path, "<html>not a model</html>");
        Assert.Contains(
            "not an ONNX file", Assert.Throws<OnnxModelException>(() => OnnxModel.Load(path)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(path, []);
        Assert.Contains(
            "not an ONNX file", Assert.Throws<OnnxModelException>(() => OnnxModel.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOfANewerOperatorSetIsRefusedWithTheNumbers()
    {
        var proto = Model.Proto.Clone();
        proto.OpsetImport[0].Version = 99;
        var path = _folder.File("new.onnx");
        using (var stream = File.Create(path))
        {
            Google.Protobuf.MessageExtensions.WriteTo(proto, stream);
        }

        Assert.Contains("99", Assert.Throws<OnnxModelException>(() => OnnxModel.Load(path)).Message, StringComparison.Ordinal);
    }
}
