using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DtcGen.Cli.Commands;

/// <summary>The usual help, and below it what a command has to add.</summary>
/// <param name="usual">The usual help.</param>
internal sealed class ClosingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DocumentedCommand command)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(command.Closing);
        }

        return code;
    }

    /// <summary>Puts it in the place of a root's help.</summary>
    /// <param name="root">The root.</param>
    public static void Install(RootCommand root)
    {
        foreach (HelpOption option in root.Options.OfType<HelpOption>())
        {
            option.Action = new ClosingHelp((HelpAction)option.Action!);
        }
    }
}
