using DtcGen.Datasets;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>Which data a run takes, in order of precedence, and what it says about it.</summary>
public sealed class DataChoiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AnOptionComesBeforeTheEnvironmentTheCacheAndBuiltInData()
    {
        var option = Mnist("option", 11);
        var environment = Mnist("environment", 12);
        Mnist(Path.Combine("cache", "mnist"), 13);

        Assert.Equal((11, $"{option}, given by --data"), await ChooseAsync(option, environment));
        Assert.Equal((12, $"{environment}, given by DTC_DATA"), await ChooseAsync(null, environment));
        Assert.Equal((13, $"{_folder.Combine("cache", "mnist")}, cached by --download"), await ChooseAsync(null, null));
        Assert.Equal(13, (await ChooseAsync(null, "")).Train);

        Directory.Delete(_folder.Combine("cache"), recursive: true);
        var (count, origin) = await ChooseAsync(null, null);
        Assert.Equal(20, count);
        Assert.Contains("not real data", origin);
        Assert.Contains("--download", origin);
    }

    [Fact]
    public async Task ACacheThatCannotBeUsedIsAnErrorAndNotPassedOver()
    {
        var cache = Mnist(Path.Combine("cache", "mnist"), 13);
        File.WriteAllBytes(Path.Combine(cache, "t10k-labels-idx1-ubyte"), [1]);
        var error = await Assert.ThrowsAsync<SampleException>(() => ChooseAsync(null, null));
        Assert.Contains("the cache", error.Message);
        Assert.Contains("t10k-labels-idx1-ubyte", error.Message);
    }

    private async Task<(int Train, string Origin)> ChooseAsync(string? option, string? environment)
    {
        using var scope = new ScopedEnvironment(
            (DataSource.FolderVariable, environment), (MnistDownload.CacheVariable, _folder.Combine("cache")));
        var options = new SampleOptions(option, false, 0.5, "dtc", 1, "out", false);
        var (data, origin) = await DataSource.Mnist.ChooseAsync(
            options, trainLimit: 20, testLimit: 5, new ConsoleProgress(TextWriter.Null), default);
        Assert.InRange(data.Test.Count, 1, 5);
        return (data.Train.Count, origin);
    }

    private string Mnist(string name, byte train)
    {
        var path = _folder.Combine(name);
        Directory.CreateDirectory(path);
        foreach (var (set, count) in new[] { ("train", train), ("t10k", (byte)7) })
        {
            File.WriteAllBytes(
                Path.Combine(path, $"{set}-images-idx3-ubyte"),
                [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 28, 0, 0, 0, 28, .. new byte[count * 784]]);
            File.WriteAllBytes(Path.Combine(path, $"{set}-labels-idx1-ubyte"), [0, 0, 8, 1, 0, 0, 0, count, .. new byte[count]]);
        }

        return path;
    }
}
