using DtcGen.Commands;
using DtcGen.Datasets;

namespace DtcGen.Samples;

/// <summary>
/// What is around a sample's own page: its command line, its data, Ctrl-C, result.json and the exit code. A run that is stopped or fails
/// writes what it has finished.
/// </summary>
/// <param name="Description">What it does, for --help.</param>
/// <param name="Source">Where its images come from.</param>
/// <param name="Work">The page.</param>
public sealed record SampleProgram(string Description, DataSource Source, Action<SampleJob> Work)
{
    /// <summary>The share of the neurons to remove when none is asked for, in [0, 1).</summary>
    public double DefaultSparsity { get; init; } = 0.75;

    /// <summary>How many training and test images there are at most with --quick.</summary>
    public required (int Train, int Test) QuickImages { get; init; }

    /// <summary>Reads the command line and does what it says.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where to show it; null for the process's own output.</param>
    /// <param name="error">Where errors go; null for the process's own.</param>
    /// <param name="cancellationToken">Stops it as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public Task<int> RunAsync(
        string[] args, TextWriter? output = null, TextWriter? error = null, CancellationToken cancellationToken = default)
    {
        return output is null ? StandardOutput.GuardAsync(ExitCode.OutputFailed, ReadAsync) : ReadAsync();

        Task<int> ReadAsync()
        {
            var said = error ?? Console.Error;
            var commandLine = new SampleCommandLine(
                Description,
                Source,
                DefaultSparsity,
                (options, cancellation) => SampleProcess.CarryOutAsync(
                    () => CarryOutAsync(options, new ConsoleProgress(output), cancellation), said, cancellation));
            return SampleProcess.RunAsync(commandLine.Command, args, output ?? Console.Out, said, cancellationToken);
        }
    }

    private async Task<int> CarryOutAsync(SampleOptions options, ConsoleProgress display, CancellationToken cancellationToken)
    {
        var folder = OutputFolder.Prepare(options.Out);
        var (train, test) = options.Quick ? QuickImages : ((int?)null, (int?)null);
        var (data, origin) = await ChooseAsync();
        var job = new SampleJob(options, folder, Source, data, origin, display, cancellationToken);
        job.CarryOut(Work);
        return job.Report.Passed ? ExitCode.Done : ExitCode.ParityFailed;

        async Task<(ImageDataset Data, string Origin)> ChooseAsync()
        {
            try
            {
                return await Source.ChooseAsync(options, train, test, display, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException("Stopped while choosing the data. Nothing is written.", cancellationToken);
            }
        }
    }
}
