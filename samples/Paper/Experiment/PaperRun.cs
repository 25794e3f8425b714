using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace DtcGen.Samples.Paper;

/// <summary><c>run</c> from the data to the report.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="console">Where results and progress go.</param>
internal sealed class PaperRun(PaperOptions options, IAnsiConsole console)
{
    private const string SeriesName = "series.json";
    private const string ReportName = "report.html";

    /// <summary>Does it.</summary>
    /// <param name="cancellation">Stops it; what is done is kept.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var folder = OutputFolder.Prepare(options.OutputFolder);
        var protocol = new PaperProtocol();
        var reading = Reading.Of(options.Variant);
        using var batches = new PaperBatches(PaperData.Load(options.DataFolder), protocol.BatchSize);
        var checkpoints = new CheckpointStore(folder, PaperData.Fingerprint(protocol, reading, batches));
        RefuseToLoseWork(checkpoints);

        PaperResult result;
        try
        {
            var experiment = new PaperExperiment(protocol, reading, batches, checkpoints, options.Threads);
            var series = await PaperProgress.ShowAsync(
                console,
                options.Methods,
                options.Repeats,
                experiment.CountCycles(),
                progress => experiment.Run(options.Methods, options.Repeats, progress, cancellation));
            result = new PaperResult(options.Variant, batches.Name, protocol.HiddenNeurons, series);
        }
        catch (OperationCanceledException)
        {
            console.WriteLine($"Interrupted. The same command with --resume continues; what is done is in {options.OutputFolder}.");
            return ExitCode.Stopped;
        }

        var ours = SeriesBuilder.Build(result);
        folder.WriteText(SeriesName, SeriesJson.Write(ours));
        var hasReport = Resource.Has(HtmlReport.Script);
        if (hasReport)
        {
            folder.WriteText(ReportName, HtmlReport.Write(result, ours, SeriesJson.Published));
        }

        checkpoints.MarkFinished();
        PaperSummary.Print(console, result, ours, SeriesJson.Published);
        console.WriteLine();
        var report = hasReport ? $", {folder.FileName(ReportName)}" : $". No report: {Resource.Lack(HtmlReport.Script)}";
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Done in {clock.Elapsed.TotalSeconds:0.0} s. Written: {folder.FileName(SeriesName)}{report}"));
        return ExitCode.Done;
    }

    private void RefuseToLoseWork(CheckpointStore checkpoints)
    {
        if (options.Resume)
        {
            return;
        }

        if (checkpoints.Unfinished)
        {
            throw new SampleException(
                $"--out {options.OutputFolder} holds a run that was interrupted. Add --resume to continue it, choose another folder, or delete its checkpoints.");
        }

        checkpoints.Clear();
    }
}
