using Spectre.Console;

namespace DtcGen.Samples.Paper;

/// <summary><c>findings</c> from the data to the page.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="console">Where results go.</param>
internal sealed class FindingsRun(FindingsOptions options, IAnsiConsole console)
{
    /// <summary>Does it.</summary>
    /// <param name="cancellation">Stops it; what is done is kept in the work folder.</param>
    /// <returns>One of <see cref="SweepExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var folder = OutputFolder.Prepare(Path.GetDirectoryName(Path.GetFullPath(options.Page))!);
        var work = OutputFolder.Prepare(options.WorkFolder, "--work").Path;
        var sweep = new PaperSweep(options.DataFolder, StudiedReading.All, options.Repeats, new PaperProtocol());
        var code = await sweep.RunAsync(work, sweep.Cells(PaperMethodNames.All), options.Processes, cancellation);
        if (code != SweepExitCode.Done)
        {
            return code;
        }

        var results = StudiedReading.All.ToDictionary(static r => r, r => sweep.Result(work, r, r.Methods));
        var name = Path.GetFileNameWithoutExtension(options.Page);
        var figures = new FindingsFigures(results);
        foreach (var (figure, svg) in figures.All())
        {
            folder.WriteText($"{name}-{figure}.svg", svg);
        }

        folder.WriteText(Path.GetFileName(options.Page), new FindingsPage(results, name).Write());
        console.WriteLine($"Written: {options.Page}");
        return SweepExitCode.Done;
    }
}
