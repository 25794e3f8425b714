using DtcGen.Samples.Paper;
using Spectre.Console;

return await PaperCommandLine.RunAsync(args, AnsiConsole.Console, Console.Error);
