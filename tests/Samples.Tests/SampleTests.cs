using System.Diagnostics;
using System.Reflection;

namespace DtcGen.Samples.Tests;

/// <summary>The samples of one page, as a newcomer runs them: without arguments, without data, without the internet.</summary>
public sealed class SampleTests : IDisposable
{
    // Far more than any of them takes; a hung process fails the test instead of the whole suite.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("dtcgen-samples-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task QuickstartPrunesToHalfAndItsFileComputesTheSame()
    {
        var output = await RunAsync("Quickstart");
        Assert.Contains("multiply-adds: 1,218,048 to ", output);
        Assert.Contains("quickstart.onnx: 256 samples passed", output);
        Assert.True(File.Exists(Path.Combine(_folder, "quickstart.onnx")));
    }

    [Fact]
    public async Task DataLoaderTrainsAndCompressesFromTorchVisionsDataSet()
    {
        var output = await RunAsync("DataLoader");
        Assert.Contains("512 neurons, accuracy 0.9", output);
        Assert.Contains("128 neurons, accuracy 0.9", output);
        Assert.Contains("   13      128    0.7500", output);
        Assert.Contains("loader.onnx: 1,000 samples passed", output);
    }

    [Fact]
    public async Task MlNetRunsAFileAsItIs()
    {
        var output = await RunAsync("MlNet");
        var right = int.Parse(output.Split("ML.NET: ")[1].Split(' ')[0]);

        // The network has learned from real handwriting: by chance it would be 50.
        Assert.InRange(right, 300, 500);
    }

    private async Task<string> RunAsync(string sample)
    {
        var program = Path.Combine(Metadata("Samples"), sample, "bin", Metadata("Configuration"), "net10.0", $"{sample}.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.Equal("", await error);
            Assert.Equal(0, process.ExitCode);
            return output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string Metadata(string key) => typeof(SampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
