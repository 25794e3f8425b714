using DtcGen.Commands;
using DtcGen.Samples;
using DtcGen.Samples.Paper;
using Spectre.Console;

return await StandardOutput.GuardAsync(
    ExitCode.OutputFailed, () => PaperCommandLine.RunAsync(args, AnsiConsole.Console, Console.Error));
