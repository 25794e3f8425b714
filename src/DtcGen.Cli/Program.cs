using DtcGen.Cli.Commands;
using DtcGen.Commands;
using Spectre.Console;

return await StandardOutput.GuardAsync(ToolExitCode.Failed, () =>
{
    var console = AnsiConsole.Console;
    if (Console.IsOutputRedirected)
    {
        // A file or a pipe has no width; tables must not be folded to some terminal's.
        console.Profile.Width = 200;
    }

    return DtcCommand.RunAsync(args, console, Console.Error);
});
