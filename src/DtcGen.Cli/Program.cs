using DtcGen.Cli.Commands;
using Spectre.Console;

var console = AnsiConsole.Console;
if (Console.IsOutputRedirected)
{
    // A file or a pipe has no width; tables must not be folded to some terminal's.
    console.Profile.Width = 200;
}

return await DtcCommand.RunAsync(args, console, Console.Error);
