using System.IO.Compression;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>Each mistake is named before any training, with the exit code for bad input.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

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
    public async Task A_wrong_option_is_named(string commandLine, string mention)
    {
        SampleRun run = await RunAsync(commandLine.Split(' '));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(mention, run.Error);
    }

    [Fact]
    public async Task A_missing_folder_is_named_whether_an_option_or_the_environment_asks_for_it()
    {
        string absent = folder.Combine("absent");
        AssertBadInput(await RunAsync("--data", absent), "--data", absent, "no such folder");
        AssertBadInput(await SampleRun.InProcessAsync(new MnistSample(), folder, ["--quick", "--out", folder.Combine("out")], data: absent), "DTC_DATA", absent, "no such folder");
    }

    [Fact]
    public async Task A_truncated_file_and_a_wrong_magic_number_are_named()
    {
        string path = folder.Write("train-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 9, 0, 0, 0, 28, 0, 0, 0, 28, 1, 2, 3]);
        folder.Write("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 1, 5]);
        folder.Write("t10k-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28]);
        folder.Write("t10k-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 0]);
        AssertBadInput(await RunAsync("--data", folder.Path), path, "truncated");

        folder.Write("train-images-idx3-ubyte", [0x50, 0x4b, 3, 4, 0, 0, 0, 9, 0, 0, 0, 28, 0, 0, 0, 28, 1, 2, 3]);
        AssertBadInput(await RunAsync("--data", folder.Path), path, "0x504b0304", "0x00000803");

        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            gzip.Write([0, 0, 8, 3]);
        }

        File.WriteAllBytes(path, File.ReadAllBytes(path)[..12]);
        AssertBadInput(await RunAsync("--data", folder.Path), path);
    }

    [Fact]
    public async Task An_output_folder_that_cannot_be_written_is_found_before_anything_else()
    {
        // Below a file even an administrator cannot make a folder.
        string below = Path.Combine(folder.Write("file", []), "out");
        SampleRun run = await SampleRun.InProcessAsync(new MnistSample(), folder, ["--quick", "--data", folder.Combine("absent"), "--out", below]);
        AssertBadInput(run, "--out", below, "cannot be written");
    }

    [Fact]
    public async Task A_failed_run_leaves_no_result()
    {
        await RunAsync("--data", folder.Combine("absent"));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Combine("out")));
    }

    private Task<SampleRun> RunAsync(params string[] args) =>
        SampleRun.InProcessAsync(new MnistSample(), folder, ["--quick", .. args.Contains("--out") ? [] : new[] { "--out", folder.Combine("out") }, .. args]);

    private static void AssertBadInput(SampleRun run, params string[] mentions)
    {
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.StartsWith("Error: ", run.Error);
        Assert.All(mentions, m => Assert.Contains(m, run.Error));
        Assert.DoesNotContain("   at ", run.Error);
        Assert.DoesNotContain("train", run.Output);
    }
}
