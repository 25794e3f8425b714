using DtcGen.Cli.Commands;
using DtcGen.Cli.Report;
using DtcGen.Cli.Terminal;
using DtcGen.Onnx;
using Spectre.Console;

namespace DtcGen.Cli.Check;

/// <summary>Does what <c>dtc check</c> was asked for.</summary>
/// <param name="file">The model file.</param>
/// <param name="json">Where the result goes as JSON.</param>
/// <param name="console">Where the result goes.</param>
/// <param name="error">Where progress goes.</param>
internal sealed class CheckRun(string file, CommandJson json, IAnsiConsole console, IAnsiConsole error)
{
    private const int MostShown = 20;

    /// <summary>Checks, and prints and writes what was asked for.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        var findings = StageProgress.Run(error, progress =>
        {
            progress.Report($"checking {file}");
            try
            {
                return OnnxFile.Check(file);
            }
            catch (OnnxModelException e)
            {
                throw new CliException(e.Message);
            }
        });
        json.Write(console, new CheckResult(file, findings.Count == 0, findings));
        if (!json.TakesOutput)
        {
            Print(findings);
        }

        return findings.Count == 0 ? ToolExitCode.Done : ToolExitCode.Found;
    }

    private void Print(IReadOnlyList<OnnxFinding> findings)
    {
        if (findings.Count == 0)
        {
            console.WriteLine($"{file} keeps all rules.");
            return;
        }

        foreach (var rule in findings.GroupBy(f => f.Rule))
        {
            console.WriteLine($"{rule.Key} ({rule.Count()})", new Style(decoration: Decoration.Bold));
            foreach (var finding in rule.Take(MostShown))
            {
                console.WriteLine($"  {finding.Location}: {finding.Message}");
            }

            if (rule.Count() > MostShown)
            {
                console.WriteLine($"  and {rule.Count() - MostShown} more; --json lists them.");
            }
        }

        console.WriteLine();
        console.WriteLine($"{file} breaks {findings.Select(f => f.Rule).Distinct().Count()} rules in {findings.Count} places.");
    }
}
