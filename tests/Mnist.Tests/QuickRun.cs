using System.Text.Json;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>One quick run on built-in data, shared by the tests that look at what it left.</summary>
public sealed class QuickRun : IAsyncLifetime
{
    public TemporaryFolder Folder { get; } = new();

    public string Out => Folder.Combine("new", "out");

    internal SampleRun Run { get; private set; } = null!;

    public JsonElement Result { get; private set; }

    public async Task InitializeAsync()
    {
        Run = await SampleRun.InProcessAsync(Program.Sample, Folder, ["--quick", "--seed", "7", "--out", Out]);
        Assert.Equal("", Run.Error);
        Result = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "result.json"))).RootElement;
    }

    public Task DisposeAsync()
    {
        Folder.Dispose();
        return Task.CompletedTask;
    }
}
