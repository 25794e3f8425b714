using System.Buffers.Binary;
using Spectre.Console.Testing;

namespace DtcGen.Samples.Paper.Tests;

/// <summary>The command from idx files to the report, on a handful of images.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly TestConsole console = new TestConsole().Width(200);
    private readonly StringWriter error = new();
    private readonly string folder = Directory.CreateTempSubdirectory("paper-").FullName;

    private string Out => Path.Combine(folder, "out");

    public void Dispose()
    {
        console.Dispose();
        error.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [NpmFact(HtmlReport.Script)]
    public async Task It_writes_series_and_report_and_loses_no_interrupted_run()
    {
        WriteImages();
        Assert.Equal(ExitCode.Done, await Run());
        string series = await File.ReadAllTextAsync(Path.Combine(Out, "series.json"));
        string report = await File.ReadAllTextAsync(Path.Combine(Out, "report.html"));

        SeriesFile ours = SeriesJson.Read(series);
        Assert.Equal(SeriesJson.Published.NeuronsKept, ours.NeuronsKept);
        Assert.Equal(["magnitude"], ours.Accuracy.Keys);
        Assert.Empty(ours.MeasurementsPerRay);
        Assert.Contains("magnitude, cycle 34/34: 9 neurons, accuracy", console.Output);
        Assert.Contains("0.8060", console.Output);
        Assert.Contains("<html", report);

        // What an interruption leaves: checkpoints, and no sign that their results were written.
        string checkpoints = Path.Combine(Out, "checkpoints");
        File.Delete(Path.Combine(checkpoints, "finished"));
        Assert.Equal(ExitCode.BadInput, await Run());
        Assert.Contains("--resume", error.ToString());
        Assert.NotEmpty(Directory.GetFiles(checkpoints));

        File.Delete(Path.Combine(Out, "series.json"));
        Assert.Equal(ExitCode.Done, await Run("--resume"));
        Assert.Equal(series, await File.ReadAllTextAsync(Path.Combine(Out, "series.json")));
        Assert.Equal(report, await File.ReadAllTextAsync(Path.Combine(Out, "report.html")));
        Assert.Equal(ExitCode.BadInput, await Run("--resume", "--variant", "described"));
        Assert.Contains("belongs to another run", error.ToString());
    }

    private Task<int> Run(params string[] more) =>
        PaperCommandLine.RunAsync(["run", "--data", folder, "--out", Out, "--methods", "magnitude", "--threads", "1", .. more], console, error);

    private void WriteImages()
    {
        var random = new Random(5);
        foreach ((string set, int count) in new[] { ("train", 20), ("t10k", 10) })
        {
            byte[] labels = [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))];
            var pixels = new byte[count * 28 * 28];
            random.NextBytes(pixels);
            WriteIdx($"{set}-labels-idx1-ubyte", labels, count);
            WriteIdx($"{set}-images-idx3-ubyte", pixels, count, 28, 28);
        }
    }

    private void WriteIdx(string name, byte[] content, params int[] sizes)
    {
        var header = new byte[4 + (4 * sizes.Length)];
        BinaryPrimitives.WriteInt32BigEndian(header, 0x800 + sizes.Length);
        for (int i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), sizes[i]);
        }

        File.WriteAllBytes(Path.Combine(folder, name), [.. header, .. content]);
    }
}
