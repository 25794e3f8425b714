using Spectre.Console.Testing;

namespace DtcGen.Samples.Paper.Tests;

/// <summary>The command from idx files to the report, on a handful of images.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly TestConsole _console = new TestConsole().Width(200);
    private readonly StringWriter _error = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("paper-").FullName;

    private string Out => Path.Combine(_folder, "out");

    public void Dispose()
    {
        _console.Dispose();
        _error.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [NpmFact(HtmlReport.Script)]
    public async Task ItWritesSeriesAndReportAndLosesNoInterruptedRun()
    {
        TinyImages.Write(_folder);
        Assert.Equal(ExitCode.Done, await Run());
        var series = await File.ReadAllTextAsync(Path.Combine(Out, "series.json"));
        var report = await File.ReadAllTextAsync(Path.Combine(Out, "report.html"));

        var ours = SeriesJson.Read(series);
        Assert.Equal(SeriesJson.Published.NeuronsKept, ours.NeuronsKept);
        Assert.Equal(["magnitude"], ours.Accuracy.Keys);
        Assert.Empty(ours.MeasurementsPerRay);
        Assert.Contains("magnitude, cycle 34/34: 9 neurons, accuracy", _console.Output);
        Assert.Contains("0.8060", _console.Output);
        Assert.Contains("<html", report);

        // What an interruption leaves: checkpoints, and no sign that their results were written.
        var checkpoints = Path.Combine(Out, "checkpoints");
        File.Delete(Path.Combine(checkpoints, "finished"));
        Assert.Equal(ExitCode.BadInput, await Run());
        Assert.Contains("--resume", _error.ToString());
        Assert.NotEmpty(Directory.GetFiles(checkpoints));

        File.Delete(Path.Combine(Out, "series.json"));
        Assert.Equal(ExitCode.Done, await Run("--resume"));
        Assert.Equal(series, await File.ReadAllTextAsync(Path.Combine(Out, "series.json")));
        Assert.Equal(report, await File.ReadAllTextAsync(Path.Combine(Out, "report.html")));
        Assert.Equal(ExitCode.BadInput, await Run("--resume", "--variant", "described"));
        Assert.Contains("belongs to another run", _error.ToString());
    }

    private Task<int> Run(params string[] more)
        => PaperCommandLine.RunAsync(
            ["run", "--data", _folder, "--out", Out, "--methods", "magnitude", "--threads", "1", .. more], _console, _error);
}
