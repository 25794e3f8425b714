using System.CommandLine;
using System.CommandLine.Parsing;
using DtcGen.Cli.Models;
using DtcGen.Cli.Report;

namespace DtcGen.Cli.Commands;

/// <summary>What the commands about model files have in common.</summary>
internal static class ModelOptions
{
    private const string ModelExtension = ".onnx";

    /// <summary>A model file.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="description">What it is.</param>
    public static Argument<string> Model(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description, HelpName = name };
        argument.CompletionSources.Add(FileCompletions.Of(ModelExtension));
        return argument;
    }

    /// <summary>A file or folder.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="helpName">What its value is called.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="extensions">The kinds of file; none for folders.</param>
    public static Option<string?> Path(string name, string helpName, string description, params string[] extensions)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = helpName };
        option.CompletionSources.Add(FileCompletions.Of(extensions));
        return option;
    }

    /// <summary><c>--json</c>, with or without a file.</summary>
    public static Option<string?> Json()
    {
        var option = Path(
            "--json",
            "FILE",
            "Write the result as JSON: to FILE, or, when none is named, to standard output in place of the tables.",
            ".json");
        option.Arity = ArgumentArity.ZeroOrOne;
        option.Validators.Add(RefuseModel);
        return option;
    }

    /// <summary><c>--dim</c>, as often as needed.</summary>
    public static Option<string[]> Dimensions()
    {
        var option = new Option<string[]>("--dim")
        {
            Description = "The size of a dimension that the file leaves open, by its name: --dim height=224. May be given several times.",
            HelpName = "NAME=N",
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(t => !DimensionSizes.TryParse(t.Value, out _)) is { } wrong)
            {
                result.AddError($"--dim: '{wrong.Value}' is not NAME=N with a whole number from 1.");
            }
        });
        return option;
    }

    /// <summary>Where the JSON goes.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="option">The option.</param>
    public static CommandJson JsonOf(ParseResult parsed, Option<string?> option)
        => new(parsed.GetResult(option) is { Implicit: false }, parsed.GetValue(option));

    // "dtc inspect --json model.onnx" means the model, and must not overwrite it.
    private static void RefuseModel(OptionResult result)
    {
        if (result.Tokens is [var file] && file.Value.EndsWith(ModelExtension, StringComparison.OrdinalIgnoreCase))
        {
            result.AddError($"--json: {file.Value} is a model's name. Put --json behind the model files, or name a file to write.");
        }
    }
}
