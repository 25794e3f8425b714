using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace DtcGen.Samples.Paper;

/// <summary><c>run</c> from the data to the report.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="console">Where results go.</param>
internal sealed class PaperRun(PaperOptions options, IAnsiConsole console)
{
    private const string SweepName = "sweep";
    private const string SeriesName = "series.json";
    private const string ReportName = "report.html";

    /// <summary>Does it.</summary>
    /// <param name="cancellation">Stops it; what is done is kept.</param>
    /// <returns>One of <see cref="SweepExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var folder = OutputFolder.Prepare(options.OutputFolder);
        var work = folder.FileName(SweepName);
        var studied = StudiedReading.Of(options.Variant);
        var sweep = new PaperSweep(options.DataFolder, [studied], options.Repeats, new PaperProtocol());
        var cells = sweep.Cells(options.Methods);
        RefuseToLoseWork(folder, work);
        if (CountMissing(sweep, work, cells) > 0)
        {
            // Without it the folder's run counts as interrupted.
            File.Delete(folder.FileName(SeriesName));
        }

        var code = await sweep.RunAsync(work, cells, options.Processes, cancellation);
        if (code != SweepExitCode.Done)
        {
            if (code is SweepExitCode.Stopped or SweepExitCode.Incomplete)
            {
                console.WriteLine($"The same command with --resume continues; what is done is in {options.OutputFolder}.");
            }

            return code;
        }

        var result = sweep.Result(work, studied, options.Methods);
        var ours = SeriesBuilder.Build(result);
        var hasReport = Resource.Has(HtmlReport.Script);
        if (hasReport)
        {
            folder.WriteText(ReportName, HtmlReport.Write(result, ours, SeriesJson.Published));
        }

        folder.WriteText(SeriesName, SeriesJson.Write(ours));
        PaperSummary.Print(console, result, ours, SeriesJson.Published);
        console.WriteLine();
        var report = hasReport ? $", {folder.FileName(ReportName)}" : $". No report: {Resource.Lack(HtmlReport.Script)}";
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Done in {clock.Elapsed.TotalSeconds:0.0} s. Written: {folder.FileName(SeriesName)}{report}"));
        return SweepExitCode.Done;
    }

    private static int CountMissing(PaperSweep sweep, string work, IReadOnlyList<int> cells)
    {
        try
        {
            return File.Exists(Path.Combine(work, "grid.json"))
                ? cells.Except(sweep.Sweep.Read(work).Where(static r => r.Figures is not null).Select(static r => r.Number)).Count()
                : cells.Count;
        }
        catch (InvalidDataException e)
        {
            throw new SampleException($"--out: {e.Message}", e);
        }
    }

    private void RefuseToLoseWork(OutputFolder folder, string work)
    {
        if (options.Resume || !Directory.Exists(work))
        {
            return;
        }

        if (!File.Exists(folder.FileName(SeriesName)))
        {
            throw new SampleException(
                $"--out {options.OutputFolder} holds a run that was interrupted. Add --resume to continue it, choose another folder, or delete it.");
        }

        Directory.Delete(work, recursive: true);
    }
}
