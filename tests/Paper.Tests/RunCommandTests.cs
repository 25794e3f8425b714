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

        // The cell in this process: run starts one of its own for each that is missing.
        string[] sweep = ["sweep", "--data", _folder, "--variant", "published", "--seeds", "1", "--"];
        Assert.Equal(0, await Paper([.. sweep, "cell", "0", "--out", Path.Combine(Out, "sweep")]));
        Assert.Equal(ExitCode.BadInput, await Run());
        Assert.Contains("--resume", _error.ToString());
        Assert.Equal(0, await Run("--resume"));
        var series = await File.ReadAllTextAsync(Path.Combine(Out, "series.json"));
        var report = await File.ReadAllTextAsync(Path.Combine(Out, "report.html"));

        var ours = SeriesJson.Read(series);
        Assert.Equal(SeriesJson.Published.NeuronsKept, ours.NeuronsKept);
        Assert.Equal(["magnitude"], ours.Accuracy.Keys);
        Assert.Empty(ours.MeasurementsPerRay);
        Assert.Contains("0.8060", _console.Output);
        Assert.Contains("<html", report);

        // What an interruption leaves: finished runs, and no sign that what came out was written.
        File.Delete(Path.Combine(Out, "series.json"));
        Assert.Equal(ExitCode.BadInput, await Run());
        Assert.Equal(ExitCode.BadInput, await Run("--resume", "--variant", "described"));
        Assert.Contains("axis 'run' was published magnitude", _error.ToString());
        Assert.Equal(0, await Run("--resume"));
        Assert.Equal(series, await File.ReadAllTextAsync(Path.Combine(Out, "series.json")));
        Assert.Equal(report, await File.ReadAllTextAsync(Path.Combine(Out, "report.html")));
    }

    private Task<int> Run(params string[] more)
        => Paper(["run", "--data", _folder, "--out", Out, "--methods", "magnitude", "--processes", "1", .. more]);

    private Task<int> Paper(string[] line) => PaperCommandLine.RunAsync(line, _console, _error);
}
