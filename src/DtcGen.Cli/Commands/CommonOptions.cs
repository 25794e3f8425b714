using System.CommandLine;
using System.CommandLine.Parsing;

namespace DtcGen.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    private const string DataVariable = "DTC_DATA";

    /// <summary><c>--data</c>.</summary>
    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description = $"Folder with MNIST's four idx files, plain or gzipped. Default: the environment variable {DataVariable}.",
        HelpName = "DIR",
    };

    /// <summary><c>--threads</c>.</summary>
    public static Option<int> Threads() =>
        Count("--threads", Environment.ProcessorCount, 1, 1024, "Threads to use. The numbers do not depend on it. Default: one per core.");

    /// <summary>A whole number within bounds.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="standard">Its value when it is not given.</param>
    /// <param name="least">The smallest value allowed.</param>
    /// <param name="most">The largest value allowed.</param>
    /// <param name="description">What it is for.</param>
    public static Option<int> Count(string name, int standard, int least, int most, string description)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => standard };
        option.Validators.Add(result => RequireRange(result, least, most));
        return option;
    }

    /// <summary>The data folder, given or from the environment.</summary>
    /// <param name="given">What <c>--data</c> says.</param>
    /// <exception cref="CliException">Neither is there.</exception>
    public static string DataFolder(DirectoryInfo? given) =>
        given?.FullName ?? Environment.GetEnvironmentVariable(DataVariable) switch
        {
            { Length: > 0 } folder => folder,
            _ => throw new CliException($"no data: give --data DIR, a folder with MNIST's four idx files, or set the environment variable {DataVariable} to it."),
        };

    private static void RequireRange(OptionResult result, int least, int most)
    {
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out int value) && (value < least || value > most))
        {
            result.AddError($"{result.Option.Name}: {value} is out of range; give a whole number from {least} to {most}.");
        }
    }
}
