using DtcGen.Cli.Commands;
using DtcGen.Cli.Models;
using DtcGen.Cli.Report;
using DtcGen.Cli.Terminal;
using DtcGen.Onnx;
using DtcGen.Reports;
using Spectre.Console;

namespace DtcGen.Cli.Inspect;

/// <summary>Does what <c>dtc inspect</c> was asked for.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="console">Where the result goes.</param>
/// <param name="error">Where progress goes.</param>
internal sealed class InspectRun(InspectOptions options, IAnsiConsole console, IAnsiConsole error)
{
    /// <summary>Reads the file, prints and writes what was asked for.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="CliException">The file cannot be used, or this build cannot write pages.</exception>
    public int Run()
    {
        if (options.Html is not null && !Resource.Has(InspectPage.Script))
        {
            throw new CliException($"--html: {Resource.Lack(InspectPage.Script)}");
        }

        var result = StageProgress.Run(error, progress =>
        {
            progress.Report($"reading {options.File}");
            var file = ModelSource.Load(options.File);
            progress.Report(options.Zeros ? "counting, zeros in data files too" : "counting");
            return InspectResult.Of(file, DimensionSizes.For(options.Dimensions, file), options.Zeros);
        });
        if (options.Html is { } page)
        {
            OutputFile.WriteText(page, InspectPage.Write(result));
        }

        options.Json.Write(console, result);
        if (!options.Json.TakesOutput)
        {
            InspectTable.Print(console, result, options.All);
        }

        return ToolExitCode.Done;
    }
}
