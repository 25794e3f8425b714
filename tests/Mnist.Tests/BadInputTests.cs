using System.IO.Compression;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>Each mistake is named before any training, with the exit code for bad input.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--sparsity 1.0", "--sparsity 1: expected a share from 0 to below 1")]
    [InlineData("--sparsity -0.1", "--sparsity -0.1")]
    [InlineData("--sparsity NaN", "--sparsity NaN")]
    [InlineData("--sparsity much", "much")]
    [InlineData("--criterion largest", "largest")]
    [InlineData("--compressibility -0.1", "--compressibility -0.1: expected a finite number of at least 0")]
    [InlineData("--compressibility NaN", "--compressibility NaN")]
    [InlineData("--compressibility Infinity", "--compressibility Infinity")]
    [InlineData("--compressibility 1e999", "--compressibility Infinity")]
    [InlineData("--compressibility much", "much")]
    [InlineData("--seed -3", "--seed -3")]
    [InlineData("--seed 1.5", "1.5")]
    [InlineData("--data . --download", "choose one")]
    [InlineData("--unknown", "--unknown")]
    [InlineData("--out", "--out")]
    public async Task AWrongOptionIsNamed(string commandLine, string mention)
    {
        var run = await RunAsync(commandLine.Split(' '));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(mention, run.Error);
    }

    [Fact]
    public async Task AMissingFolderIsNamedWhetherAnOptionOrTheEnvironmentAsksForIt()
    {
        var absent = _folder.Combine("absent");
        AssertBadInput(await RunAsync("--data", absent), "--data", absent, "no such folder");
        AssertBadInput(
            await SampleRun.InProcessAsync(Program.Sample, _folder, ["--quick", "--out", _folder.Combine("out")], data: absent),
            "DTC_DATA",
            absent,
            "no such folder");
    }

    [Fact]
    public async Task ATruncatedFileAndAWrongMagicNumberAreNamed()
    {
        var path = _folder.Write("train-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 9, 0, 0, 0, 28, 0, 0, 0, 28, 1, 2, 3]);
        _folder.Write("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 1, 5]);
        _folder.Write("t10k-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28]);
        _folder.Write("t10k-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 0]);
        AssertBadInput(await RunAsync("--data", _folder.Path), path, "truncated");

        _folder.Write("train-images-idx3-ubyte", [0x50, 0x4b, 3, 4, 0, 0, 0, 9, 0, 0, 0, 28, 0, 0, 0, 28, 1, 2, 3]);
        AssertBadInput(await RunAsync("--data", _folder.Path), path, "0x504b0304", "0x00000803");

        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            gzip.Write([0, 0, 8, 3]);
        }

        File.WriteAllBytes(path, File.ReadAllBytes(path)[..12]);
        AssertBadInput(await RunAsync("--data", _folder.Path), path);
    }

    [Fact]
    public async Task AnOutputFolderThatCannotBeWrittenIsFoundBeforeAnythingElse()
    {
        // Below a file even an administrator cannot make a folder.
        var below = Path.Combine(_folder.Write("file", []), "out");
        var run = await SampleRun.InProcessAsync(
            Program.Sample, _folder, ["--quick", "--data", _folder.Combine("absent"), "--out", below]);
        AssertBadInput(run, "--out", below, "cannot be written");
    }

    [Fact]
    public async Task AFailedRunLeavesNoResult()
    {
        await RunAsync("--data", _folder.Combine("absent"));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Combine("out")));
    }

    private Task<SampleRun> RunAsync(params string[] args)
        => SampleRun.InProcessAsync(
            Program.Sample, _folder, ["--quick", .. args.Contains("--out") ? [] : new[] { "--out", _folder.Combine("out") }, .. args]);

    private static void AssertBadInput(SampleRun run, params string[] mentions)
    {
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.StartsWith("Error: ", run.Error);
        Assert.All(mentions, m => Assert.Contains(m, run.Error));
        Assert.DoesNotContain("   at ", run.Error);
        Assert.DoesNotContain("train", run.Output);
    }
}
