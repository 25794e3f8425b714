using System.Text.Json;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>A run that is stopped says where and keeps what it has finished.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task StoppedAmongTheCyclesItKeepsTheDenseFileAndTheCyclesDone()
    {
        var run = await SampleRun.InProcessAsync(
            Program.Sample, _folder, ["--quick", "--out", _folder.Combine("out")], cancelAt: "\n    2  ");

        Assert.Equal(ExitCode.Stopped, run.ExitCode);
        Assert.Contains("Stopped while compressing", run.Error);
        Assert.Contains("dense.onnx, result.json", run.Error);
        Assert.Equal(
            ["dense.onnx", "result.json"], Directory.GetFileSystemEntries(_folder.Combine("out")).Select(Path.GetFileName).Order());

        var result = Result();
        Assert.Contains("stopped while compressing", result.GetProperty("status").GetString());
        Assert.InRange(result.GetProperty("cycles").GetArrayLength(), 2, 12);
        Assert.Equal(460, result.GetProperty("cycles")[0].GetProperty("neurons").GetInt32());
        Assert.Equal(512, result.GetProperty("dense").GetProperty("neurons").GetInt32());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("pruned").ValueKind);
        Assert.Equal(JsonValueKind.Null, result.GetProperty("parity").ValueKind);
    }

    [Fact]
    public async Task StoppedWhileTrainingItHasNoNetworkToKeep()
    {
        var run = await SampleRun.InProcessAsync(
            Program.Sample, _folder, ["--quick", "--out", _folder.Combine("out")], cancelAt: "training the dense network ...");

        Assert.Equal(ExitCode.Stopped, run.ExitCode);
        Assert.Contains("Stopped while training", run.Error);
        Assert.Equal(["result.json"], Directory.GetFileSystemEntries(_folder.Combine("out")).Select(Path.GetFileName));
        Assert.Equal(JsonValueKind.Null, Result().GetProperty("dense").ValueKind);
    }

    private JsonElement Result() => JsonDocument.Parse(File.ReadAllText(_folder.Combine("out", "result.json"))).RootElement;
}
