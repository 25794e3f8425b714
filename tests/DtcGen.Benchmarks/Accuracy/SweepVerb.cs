using System.CommandLine;
using System.CommandLine.Parsing;
using DtcGen.Sweeps;

namespace DtcGen.Benchmarks;

/// <summary>A verb that measures as a sweep: it takes options of its own, then "--" and the sweep's command line.</summary>
internal static class SweepVerb
{
    /// <summary>The verb.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it measures.</param>
    /// <param name="options">Its own options.</param>
    /// <param name="create">Makes the sweep from what was given and from the command line that its processes repeat.</param>
    public static Command Create(
        string name, string description, IEnumerable<Option> options, Func<ParseResult, IReadOnlyList<string>, Sweep> create)
    {
        var rest = new Argument<string[]>("sweep")
        {
            Description = "After --, the sweep's command line: run, status, merge or another of its verbs, with --help for its options.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(name, description) { rest };
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            IReadOnlyList<string> repeated = [
                .. parsed.Tokens.TakeWhile(static token => token.Type != TokenType.DoubleDash).Select(static token => token.Value), "--"
            ];
            try
            {
                return await create(parsed, repeated).RunAsync(parsed.GetRequiredValue(rest), cancellation);
            }
            catch (ArgumentException unusable)
            {
                Console.Error.WriteLine(unusable.Message);
                return SweepExitCode.BadInput;
            }
        });
        return command;
    }

    /// <summary>A folder of data, from an option or the environment.</summary>
    /// <exception cref="ArgumentException">Neither names one.</exception>
    public static string Folder(string? given, string variable)
        => (given ?? Environment.GetEnvironmentVariable(variable)) is { Length: > 0 } folder
            ? Path.GetFullPath(folder)
            : throw new ArgumentException($"Give --data DIR, or set the environment variable {variable}.");
}
