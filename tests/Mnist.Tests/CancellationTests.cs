using System.Text.Json;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>A run that is stopped says where and keeps what it has finished.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Stopped_among_the_cycles_it_keeps_the_dense_file_and_the_cycles_done()
    {
        SampleRun run = await SampleRun.InProcessAsync(new MnistSample(), folder, ["--quick", "--out", folder.Combine("out")], cancelAt: "\n    2  ");

        Assert.Equal(ExitCode.Stopped, run.ExitCode);
        Assert.Contains("Stopped while compressing", run.Error);
        Assert.Contains("dense.onnx, result.json", run.Error);
        Assert.Equal(["dense.onnx", "result.json"], Directory.GetFileSystemEntries(folder.Combine("out")).Select(Path.GetFileName).Order());

        JsonElement result = Result();
        Assert.Contains("stopped while compressing", result.GetProperty("status").GetString());
        Assert.InRange(result.GetProperty("cycles").GetArrayLength(), 2, 12);
        Assert.Equal(460, result.GetProperty("cycles")[0].GetProperty("neurons").GetInt32());
        Assert.Equal(512, result.GetProperty("dense").GetProperty("neurons").GetInt32());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("pruned").ValueKind);
        Assert.Equal(JsonValueKind.Null, result.GetProperty("parity").ValueKind);
    }

    [Fact]
    public async Task Stopped_while_training_it_has_no_network_to_keep()
    {
        SampleRun run = await SampleRun.InProcessAsync(new MnistSample(), folder, ["--quick", "--out", folder.Combine("out")], cancelAt: "train ...");

        Assert.Equal(ExitCode.Stopped, run.ExitCode);
        Assert.Contains("Stopped while training", run.Error);
        Assert.Equal(["result.json"], Directory.GetFileSystemEntries(folder.Combine("out")).Select(Path.GetFileName));
        Assert.Equal(JsonValueKind.Null, Result().GetProperty("dense").ValueKind);
    }

    private JsonElement Result() => JsonDocument.Parse(File.ReadAllText(folder.Combine("out", "result.json"))).RootElement;
}
