using System.CommandLine;
using DtcGen.Cli.Check;
using DtcGen.Commands;
using Spectre.Console;

namespace DtcGen.Cli.Commands;

/// <summary><c>dtc check</c>: whether a model file keeps the rules of the format.</summary>
internal static class CheckCommand
{
    /// <summary>The command with its options.</summary>
    /// <param name="console">Where the result goes.</param>
    /// <param name="error">Where progress goes.</param>
    public static Command Create(IAnsiConsole console, IAnsiConsole error)
    {
        var file = ModelOptions.Model("FILE", "The ONNX file; data files beside it are looked for.");
        var json = ModelOptions.Json();
        var command = new DocumentedCommand(
            "check",
            "Check an ONNX file against the rules of the format and list what it breaks by rule: names, order, operators and their attributes, types and shapes, tensors and their sizes, external data. What is newer than this tool, or another program's own, is listed as not known.",
            ToolExitCode.HelpWith($"the file breaks rules; {ToolExitCode.NotKnown} it breaks none, and part of it is not known"),
            ("dtc check model.onnx", "the rules it breaks, if any"),
            ("dtc check model.onnx --json findings.json", "the same, kept as JSON"),
            ("dtc check model.onnx || exit 1", "stop a script at a file that is broken or not known"))
        {
            file, json,
        };
        command.SetAction((parsed, _) => Task.FromResult(
            new CheckRun(parsed.GetRequiredValue(file), ModelOptions.JsonOf(parsed, json), console, error).Run()));
        return command;
    }
}
