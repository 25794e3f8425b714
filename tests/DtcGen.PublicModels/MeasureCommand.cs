using System.CommandLine;
using DtcGen.PublicModels.Marking;
using DtcGen.PublicModels.Reporting;

namespace DtcGen.PublicModels;

/// <summary>The command line.</summary>
internal static class MeasureCommand
{
    public static RootCommand Create()
    {
        var folders = new Argument<DirectoryInfo[]>("folders") { Description = "Folders of C# sources, one for each repository.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<FileInfo?>("--json") { Description = "Writes what is known of each class here." };
        var page = new Option<FileInfo?>("--out") { Description = "Writes the page of counts here." };
        var name = new Option<string?>("--class") { Description = "Only the classes whose name contains this." };
        var details = new Option<bool>("--details") { Description = "Prints each class." };
        var still = new Option<bool>("--compile-only") { Description = "Runs none of the classes." };
        var command = new RootCommand("Measures what DtcGen makes of other people's model classes.") { folders, json, page, name, details, still };
        command.SetAction(parsed =>
        {
            var w = System.Diagnostics.Stopwatch.StartNew();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.Error.WriteLine($"total {w.ElapsedMilliseconds} cpu {Environment.CpuUsage.TotalTime}");
            var reports = new List<ClassReport>();
            foreach (var folder in parsed.GetValue(folders)!)
            {
                reports.AddRange(new FolderMeasurement(folder.FullName)
                    .Run(found => parsed.GetValue(name) is not { } part || found.Contains(part, StringComparison.Ordinal)));
            }

            Console.WriteLine(CoverageTable.Render(reports));
            if (parsed.GetValue(details))
            {
                Console.WriteLine(ClassList.Render(reports));
            }

            ReportFile.Write(parsed.GetValue(json), reports);
            return 0;
        });
        return command;
    }
}
