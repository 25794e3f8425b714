using System.CommandLine;
using DtcGen.Cli.Inspect;
using DtcGen.Commands;
using Spectre.Console;

namespace DtcGen.Cli.Commands;

/// <summary><c>dtc inspect</c>: what a model file holds and costs.</summary>
internal static class InspectCommand
{
    /// <summary>The command with its options.</summary>
    /// <param name="console">Where the result goes.</param>
    /// <param name="error">Where progress goes.</param>
    public static Command Create(IAnsiConsole console, IAnsiConsole error)
    {
        var file = ModelOptions.Model("FILE", "The ONNX file; weights in a data file beside it are found.");
        var html = ModelOptions.Path(
            "--html", "FILE", "Write a page with the graph and a bar for each layer; it needs nothing else.", ".html");
        var json = ModelOptions.Json();
        var dimensions = ModelOptions.Dimensions();
        var all = new Option<bool>("--all") { Description = "List nodes that only compute shapes too." };

        var zeros = new Option<bool>("--zeros")
        {
            Description = "Count zero parameters in data files too, which reads them whole. Those in the model's file are always counted.",
        };

        var command = new DocumentedCommand(
            "inspect",
            "Show what an ONNX file holds and costs: its layers with shapes, parameters, share of zero parameters, multiply-adds for one sample and bytes; inputs, outputs, operators, operator set and metadata. What is not known is shown as unknown.",
            ToolExitCode.Help,
            ("dtc inspect model.onnx", "a table of its layers"),
            ("dtc inspect model.onnx --html model.html", "the same, and a page with the graph"),
            ("dtc inspect model.onnx --json | jq .totals", "the sums as JSON"),
            ("dtc inspect model.onnx --dim height=224 --dim width=224", "the costs at a size that the file leaves open"))
        {
            file, html, json, dimensions, all, zeros,
        };
        command.SetAction((parsed, _) =>
        {
            var options = new InspectOptions(
                parsed.GetRequiredValue(file),
                parsed.GetValue(all),
                parsed.GetValue(zeros),
                parsed.GetValue(dimensions) ?? [],
                parsed.GetValue(html),
                ModelOptions.JsonOf(parsed, json));
            return Task.FromResult(new InspectRun(options, console, error).Run());
        });
        return command;
    }
}
