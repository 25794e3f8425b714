using System.CommandLine;
using DtcGen.Commands;
using DtcGen.Reports;
using Spectre.Console;

namespace DtcGen.Cli.Commands;

/// <summary><c>dtc completion</c>: the script that teaches a shell to complete this tool's command lines.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The command.</summary>
    /// <param name="console">Where the script goes.</param>
    public static Command Create(IAnsiConsole console)
    {
        var shell = new Argument<string>("SHELL") { Description = "The shell: bash, zsh, fish or pwsh.", HelpName = "SHELL" };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new DocumentedCommand(
            "completion",
            "Print the script that lets a shell complete dtc's commands, options, values and files with the tab key. Put the line for your shell into its startup file.",
            ToolExitCode.Help,
            ("eval \"$(dtc completion bash)\"", "~/.bashrc"),
            ("eval \"$(dtc completion zsh)\"", "~/.zshrc, below compinit"),
            ("dtc completion fish | source", "~/.config/fish/config.fish"),
            ("dtc completion pwsh | Out-String | Invoke-Expression", "$PROFILE"))
        {
            shell,
        };
        command.SetAction(parsed => console.Profile.Out.Writer.Write(
            Resource.Text($"completion.{parsed.GetRequiredValue(shell)}").ReplaceLineEndings("\n")));
        return command;
    }
}
