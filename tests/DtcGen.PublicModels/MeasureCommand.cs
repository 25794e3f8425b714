using System.CommandLine;
using DtcGen.PublicModels.Marking;
using DtcGen.PublicModels.Reporting;
using DtcGen.PublicModels.Trials;

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
        var processes = new Option<int>("--processes") { Description = "How many classes run at once.", DefaultValueFactory = static _ => 2 };
        var command = new RootCommand("Measures what DtcGen makes of other people's model classes.") { folders, json, page, name, details, still, processes };
        command.SetAction(parsed =>
        {
            var (reports, jobs) = (new List<ClassReport>(), new List<TrialJob>());
            var output = Directory.CreateTempSubdirectory("dtc-public").FullName;
            try
            {
                foreach (var folder in parsed.GetValue(folders)!)
                {
                    Console.Error.WriteLine($"{folder.Name}: compiled");
                    reports.AddRange(new FolderMeasurement(folder.FullName, output)
                        .Run(found => parsed.GetValue(name) is not { } part || found.Contains(part, StringComparison.Ordinal), jobs));
                }

                if (!parsed.GetValue(still))
                {
                    Console.Error.WriteLine($"{jobs.Count} classes: run");
                    var results = new TrialRunner(output).Run(jobs, parsed.GetValue(processes));
                    reports = [.. reports.Select(report => report with { Trial = results.GetValueOrDefault(report.Key) })];
                }
            }
            finally
            {
                Directory.Delete(output, recursive: true);
            }

            Console.WriteLine(CoverageTable.Render(reports));
            Console.WriteLine(ReasonTable.RenderAll(reports, most: 40));
            Console.WriteLine(WrongList.Render(reports));
            if (parsed.GetValue(details))
            {
                Console.WriteLine(ClassList.Render(reports));
            }

            CoveragePage.Write(parsed.GetValue(page), reports);
            ReportFile.Write(parsed.GetValue(json), reports);
            return 0;
        });
        return command;
    }
}
