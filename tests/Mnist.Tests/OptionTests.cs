using System.Text.Json;
using Xunit.Abstractions;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>What the options change.</summary>
public sealed class OptionTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("magnitude", "0.5", 256)]
    [InlineData("random", "0.9", 51)]
    [InlineData("dtc", "0", 512)]
    public async Task EveryCriterionReachesTheSparsityAskedFor(string criterion, string sparsity, int neurons)
    {
        var result = await ResultOfAsync("--criterion", criterion, "--sparsity", sparsity);
        Assert.Equal(criterion, result.GetProperty("criterion").GetString());
        Assert.Equal(neurons, result.GetProperty("pruned").GetProperty("neurons").GetInt32());
        Assert.Equal(neurons == 512 ? 0 : 1, Math.Min(1, result.GetProperty("cycles").GetArrayLength()));
        Assert.True(result.GetProperty("parity").GetProperty("passed").GetBoolean());
    }

    [Fact]
    public async Task TheSameSeedGivesTheSameNetworksAndAnotherSeedOthers()
    {
        var first = await FileOfAsync("--seed", "1");
        var again = await FileOfAsync("--seed", "1");
        var other = await FileOfAsync("--seed", "2");
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);

        async Task<byte[]> FileOfAsync(params string[] args)
        {
            await ResultOfAsync(["--sparsity", "0.3", .. args]);
            return File.ReadAllBytes(_folder.Combine("out", "pruned.onnx"));
        }
    }

    [Fact]
    public async Task RealDataIsUsedWhenTheEnvironmentNamesIt()
    {
        var real = Environment.GetEnvironmentVariable(DataSource.FolderVariable);
        if (string.IsNullOrEmpty(real))
        {
            output.WriteLine($"Skipped: {DataSource.FolderVariable} does not name a folder with MNIST's files.");
            return;
        }

        var run = await SampleRun.InProcessAsync(Program.Sample, _folder, ["--quick", "--out", _folder.Combine("out")], data: real);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"{real}, given by {DataSource.FolderVariable}", run.Output);
        var result = Result();
        Assert.Equal("MNIST", result.GetProperty("dataset").GetString());
        Assert.InRange(result.GetProperty("dense").GetProperty("accuracy").GetDouble(), 0.85, 1);
    }

    private async Task<JsonElement> ResultOfAsync(params string[] args)
    {
        var run = await SampleRun.InProcessAsync(Program.Sample, _folder, ["--quick", "--out", _folder.Combine("out"), .. args]);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        return Result();
    }

    private JsonElement Result() => JsonDocument.Parse(File.ReadAllText(_folder.Combine("out", "result.json"))).RootElement;
}
