using System.Text.Json;
using Xunit.Abstractions;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>What the options change.</summary>
public sealed class OptionTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("magnitude", "0.5", 256)]
    [InlineData("random", "0.9", 51)]
    [InlineData("dtc", "0", 512)]
    public async Task Every_criterion_reaches_the_sparsity_asked_for(string criterion, string sparsity, int neurons)
    {
        JsonElement result = await ResultOfAsync("--criterion", criterion, "--sparsity", sparsity);
        Assert.Equal(criterion, result.GetProperty("criterion").GetString());
        Assert.Equal(neurons, result.GetProperty("pruned").GetProperty("neurons").GetInt32());
        Assert.Equal(neurons == 512 ? 0 : 1, Math.Min(1, result.GetProperty("cycles").GetArrayLength()));
        Assert.True(result.GetProperty("parity").GetProperty("passed").GetBoolean());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_networks_and_another_seed_others()
    {
        byte[] first = await FileOfAsync("--seed", "1");
        byte[] again = await FileOfAsync("--seed", "1");
        byte[] other = await FileOfAsync("--seed", "2");
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);

        async Task<byte[]> FileOfAsync(params string[] args)
        {
            await ResultOfAsync(["--sparsity", "0.3", .. args]);
            return File.ReadAllBytes(folder.Combine("out", "pruned.onnx"));
        }
    }

    [Fact]
    public async Task Real_data_is_used_when_the_environment_names_it()
    {
        string? real = Environment.GetEnvironmentVariable(DataSource.FolderVariable);
        if (string.IsNullOrEmpty(real))
        {
            output.WriteLine($"Skipped: {DataSource.FolderVariable} does not name a folder with MNIST's files.");
            return;
        }

        SampleRun run = await SampleRun.InProcessAsync(new MnistSample(), folder, ["--quick", "--out", folder.Combine("out")], data: real);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"{real}, given by {DataSource.FolderVariable}", run.Output);
        JsonElement result = Result();
        Assert.Equal("MNIST", result.GetProperty("dataset").GetString());
        Assert.InRange(result.GetProperty("dense").GetProperty("accuracy").GetDouble(), 0.85, 1);
    }

    private async Task<JsonElement> ResultOfAsync(params string[] args)
    {
        SampleRun run = await SampleRun.InProcessAsync(new MnistSample(), folder, ["--quick", "--out", folder.Combine("out"), .. args]);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        return Result();
    }

    private JsonElement Result() => JsonDocument.Parse(File.ReadAllText(folder.Combine("out", "result.json"))).RootElement;
}
