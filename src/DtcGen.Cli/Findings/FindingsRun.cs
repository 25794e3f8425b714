using DtcGen.Cli.Commands;
using DtcGen.Cli.Paper;
using DtcGen.Cli.Terminal;
using Spectre.Console;

namespace DtcGen.Cli.Findings;

/// <summary><c>dtc findings</c> from the data to the page.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="console">Where progress goes.</param>
internal sealed class FindingsRun(FindingsOptions options, IAnsiConsole console)
{
    /// <summary>Does it.</summary>
    /// <param name="cancellation">Stops it; what is done is kept in the work folder.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run(CancellationToken cancellation)
    {
        string pageFolder = Path.GetDirectoryName(Path.GetFullPath(options.Page))!;
        OutputFolder.Prepare("--out", pageFolder);
        OutputFolder.Prepare("--work", options.WorkFolder);
        var protocol = new PaperProtocol();
        using var batches = new PaperBatches(PaperData.Load(options.DataFolder), protocol.BatchSize);

        var results = new Dictionary<StudiedReading, PaperResult>();
        foreach (StudiedReading studied in StudiedReading.All)
        {
            console.WriteLine($"DTC {studied.Title}");
            results[studied] = Measure(studied, protocol, batches, cancellation);
        }

        string name = Path.GetFileNameWithoutExtension(options.Page);
        var figures = new FindingsFigures(results);
        foreach ((string figure, string svg) in figures.All())
        {
            AtomicFile.WriteText(Path.Combine(pageFolder, $"{name}-{figure}.svg"), svg);
        }

        AtomicFile.WriteText(options.Page, new FindingsPage(results, name).Write());
        console.WriteLine($"Written: {options.Page}");
        return ExitCode.Done;
    }

    private PaperResult Measure(StudiedReading studied, PaperProtocol protocol, PaperBatches batches, CancellationToken cancellation)
    {
        var checkpoints = new CheckpointStore(Path.Combine(options.WorkFolder, studied.Key), PaperData.Fingerprint(protocol, studied.Reading, batches));
        var experiment = new PaperExperiment(protocol, studied.Reading, batches, checkpoints, options.Threads);
        IReadOnlyList<MethodSeries> series = PaperProgress.Show(
            console,
            studied.Methods,
            options.Repeats,
            experiment.CountCycles(),
            progress => experiment.Run(studied.Methods, options.Repeats, progress, cancellation));
        PaperVariant variant = studied == StudiedReading.Described ? PaperVariant.Described : PaperVariant.Published;
        return new PaperResult(variant, batches.Name, protocol.HiddenNeurons, series);
    }
}
