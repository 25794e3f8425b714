using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DtcGen.Commands;

/// <summary>The usual help, and below it what there is to add.</summary>
/// <param name="usual">The usual help.</param>
/// <param name="closing">What to add for a command; null for nothing.</param>
internal sealed class ClosingHelp(HelpAction usual, Func<Command, string?> closing) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (closing(parseResult.CommandResult.Command) is { } text)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(text);
        }

        return code;
    }

    /// <summary>Puts it in the place of a root's help.</summary>
    /// <param name="root">The root.</param>
    /// <param name="closing">What to add for the root or a command of it; null for nothing.</param>
    public static void Install(RootCommand root, Func<Command, string?> closing)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new ClosingHelp((HelpAction)option.Action!, closing);
        }
    }
}
