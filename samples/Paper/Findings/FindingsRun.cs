using Spectre.Console;

namespace DtcGen.Samples.Paper;

/// <summary><c>findings</c> from the data to the page.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="console">Where progress goes.</param>
internal sealed class FindingsRun(FindingsOptions options, IAnsiConsole console)
{
    private const string WorkOption = "--work";

    /// <summary>Does it.</summary>
    /// <param name="cancellation">Stops it; what is done is kept in the work folder.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var folder = OutputFolder.Prepare(Path.GetDirectoryName(Path.GetFullPath(options.Page))!);
        OutputFolder.Prepare(options.WorkFolder, WorkOption);
        var protocol = new PaperProtocol();
        using var batches = new PaperBatches(PaperData.Load(options.DataFolder), protocol.BatchSize);

        var results = new Dictionary<StudiedReading, PaperResult>();
        foreach (var studied in StudiedReading.All)
        {
            console.WriteLine($"DTC {studied.Title}");
            results[studied] = await MeasureAsync(studied, protocol, batches, cancellation);
        }

        var name = Path.GetFileNameWithoutExtension(options.Page);
        var figures = new FindingsFigures(results);
        foreach (var (figure, svg) in figures.All())
        {
            folder.WriteText($"{name}-{figure}.svg", svg);
        }

        folder.WriteText(Path.GetFileName(options.Page), new FindingsPage(results, name).Write());
        console.WriteLine($"Written: {options.Page}");
        return ExitCode.Done;
    }

    private async Task<PaperResult> MeasureAsync(
        StudiedReading studied, PaperProtocol protocol, PaperBatches batches, CancellationToken cancellation)
    {
        var checkpoints = new CheckpointStore(
            OutputFolder.Prepare(Path.Combine(options.WorkFolder, studied.Key), WorkOption),
            PaperData.Fingerprint(protocol, studied.Reading, batches));
        var experiment = new PaperExperiment(protocol, studied.Reading, batches, checkpoints, options.Threads);
        var series = await PaperProgress.ShowAsync(
            console,
            studied.Methods,
            options.Repeats,
            experiment.CountCycles(),
            progress => experiment.Run(studied.Methods, options.Repeats, progress, cancellation));
        var variant = studied == StudiedReading.Described ? PaperVariant.Described : PaperVariant.Published;
        return new PaperResult(variant, batches.Name, protocol.HiddenNeurons, series);
    }
}
