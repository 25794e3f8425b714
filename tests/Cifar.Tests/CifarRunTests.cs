using System.Text.Json;

namespace DtcGen.Samples.Cifar.Tests;

/// <summary>The residual network's whole way, in seconds.</summary>
public sealed class CifarRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ItCompressesAResidualNetworkAndBothFilesComputeWhatTheNetworksDo()
    {
        var output = _folder.Combine("out");
        var run = await SampleRun.InProcessAsync(Program.Sample, _folder, ["--quick", "--seed", "7", "--out", output]);

        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("synthetic shapes (built in", run.Output);
        var result = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "result.json"))).RootElement;

        // Four groups each of 16, 32 and 64 channels; 0.6 of them, as multiples of 8, are 8, 16 and 40.
        Assert.Equal(4 * (16 + 32 + 64), Number("dense", "neurons"));
        Assert.Equal(4 * (8 + 16 + 40), Number("pruned", "neurons"));
        Assert.InRange(Number("pruned", "multiplyAdds"), 1, Number("dense", "multiplyAdds") / 2);
        Assert.True(result.GetProperty("parity").GetProperty("passed").GetBoolean());
        Assert.InRange(result.GetProperty("control").GetProperty("accuracy").GetDouble(), 0, 1);
        Assert.Contains("Trained on instead of compressed", run.Output);

        double Number(string model, string name) => result.GetProperty(model).GetProperty(name).GetDouble();
    }

    [Fact]
    public async Task DataThatIsNotThereIsToldWithWhatShouldBe()
    {
        var run = await SampleRun.InProcessAsync(
            Program.Sample, _folder, ["--quick", "--out", _folder.Combine("out")], data: _folder.Path);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("DTC_CIFAR10", run.Error);
        Assert.Contains("data_batch_1.bin", run.Error);
        Assert.False(File.Exists(_folder.Combine("out", "dense.onnx")));
    }

    [Fact]
    public async Task WhatCannotBeFetchedHasNoOptionForIt()
    {
        var run = await SampleRun.InProcessAsync(Program.Sample, _folder, ["--download"]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("--download", run.Error);
    }
}
