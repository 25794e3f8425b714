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
        var verdict = StageProgress.Run(error, progress =>
        {
            progress.Report($"checking {file}");
            try
            {
                return OnnxFile.Judge(file);
            }
            catch (OnnxModelException e)
            {
                throw new CliException(e.Message);
            }
        });
        var (code, valid) = verdict switch
        {
            { Broken.Count: > 0 } => (ToolExitCode.Found, false),
            { IsValid: false } => (ToolExitCode.NotKnown, (bool?)null),
            _ => (ToolExitCode.Done, true),
        };
        json.Write(console, new CheckResult(file, valid, verdict.Broken, verdict.NotKnown));
        if (!json.TakesOutput)
        {
            Print(verdict);
        }

        return code;
    }

    private void Print(OnnxVerdict verdict)
    {
        List(verdict.Broken, "");
        List(verdict.NotKnown, "not known: ");
        console.WriteLine(verdict switch
        {
            { Broken: { Count: > 0 } broken }
                => $"{file} breaks {broken.Select(f => f.Rule).Distinct().Count()} rules in {broken.Count} places.",
            { IsValid: false } => $"{file} breaks no rule that can be checked; part of it is not known.",
            _ => $"{file} keeps all rules.",
        });
    }

    private void List(IReadOnlyList<OnnxFinding> findings, string mark)
    {
        foreach (var rule in findings.GroupBy(f => f.Rule))
        {
            console.WriteLine($"{mark}{rule.Key} ({rule.Count()})", new Style(decoration: Decoration.Bold));
            foreach (var finding in rule.Take(MostShown))
            {
                console.WriteLine($"  {ControlCharacters.OnOneLine($"{finding.Location}: {finding.Message}")}");
            }

            if (rule.Count() > MostShown)
            {
                console.WriteLine($"  and {rule.Count() - MostShown} more; --json lists them.");
            }
        }

        if (findings.Count > 0)
        {
            console.WriteLine();
        }
    }
}
