using System.Diagnostics;
using System.Globalization;
using DtcGen.Cli.Commands;
using DtcGen.Cli.Published;
using DtcGen.Cli.Report;
using DtcGen.Cli.Terminal;
using Spectre.Console;

namespace DtcGen.Cli.Paper;

/// <summary><c>dtc paper</c> from the data to the report.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="console">Where results and progress go.</param>
internal sealed class PaperRun(PaperOptions options, IAnsiConsole console)
{
    /// <summary>Does it.</summary>
    /// <param name="cancellation">Stops it; what is done is kept.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        OutputFolder.Prepare("--out", options.OutputFolder);
        var protocol = new PaperProtocol();
        Reading reading = Reading.Of(options.Variant);
        using var batches = new PaperBatches(PaperData.Load(options.DataFolder), protocol.BatchSize);
        var checkpoints = new CheckpointStore(options.OutputFolder, PaperData.Fingerprint(protocol, reading, batches));
        RefuseToLoseWork(checkpoints);

        PaperResult result;
        try
        {
            var experiment = new PaperExperiment(protocol, reading, batches, checkpoints, options.Threads);
            IReadOnlyList<MethodSeries> series = PaperProgress.Show(
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
            return ExitCode.Interrupted;
        }

        SeriesFile ours = SeriesBuilder.Build(result);
        string seriesPath = Path.Combine(options.OutputFolder, "series.json");
        string reportPath = Path.Combine(options.OutputFolder, "report.html");
        AtomicFile.WriteText(seriesPath, SeriesJson.Write(ours));
        AtomicFile.WriteText(reportPath, HtmlReport.Write(result, ours, SeriesJson.Published));
        checkpoints.MarkFinished();
        PaperSummary.Print(console, result, ours, SeriesJson.Published);
        console.WriteLine();
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Done in {clock.Elapsed.TotalSeconds:0.0} s. Written: {seriesPath}, {reportPath}"));
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
            throw new CliException($"--out {options.OutputFolder} holds a run that was interrupted. Add --resume to continue it, choose another folder, or delete its checkpoints.");
        }

        checkpoints.Clear();
    }
}
