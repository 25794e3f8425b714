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
        var folders = new Argument<FileSystemInfo[]>("folders")
        {
            Description = "Folders of C# sources, one for each repository; or what --json wrote of others in an earlier run.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<FileInfo?>("--json") { Description = "Writes what is known of each class here." };
        var page = new Option<FileInfo?>("--out") { Description = "Writes the page of counts here." };
        var name = new Option<string?>("--class") { Description = "Only the classes whose name contains this." };
        var details = new Option<bool>("--details") { Description = "Prints each class." };
        var still = new Option<bool>("--compile-only") { Description = "Runs none of the classes." };
        var processes = new Option<int>("--processes")
        {
            Description = "How many classes run at once.",
            DefaultValueFactory = static _ => 2,
        };
        var command = new RootCommand("Measures what DtcGen makes of other people's model classes.")
        {
            folders, json, page, name, details, still, processes,
        };
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(folders)!;
            var earlier = given.OfType<FileInfo>().SelectMany(static file => ReportFile.Read(file.FullName));
            var measured = Measure(
                [.. given.OfType<DirectoryInfo>().Select(static folder => folder.FullName)],
                parsed.GetValue(name),
                parsed.GetValue(processes),
                parsed.GetValue(still));

            // What is given last of a class counts.
            ClassReport[] reports =
            [
                .. earlier.Concat(measured)
                    .GroupBy(static report => report.Key)
                    .Select(static known => known.Last())
                    .OrderBy(static report => report.Folder, StringComparer.Ordinal),
            ];
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

    private static IReadOnlyList<ClassReport> Measure(string[] folders, string? name, int processes, bool compileOnly)
    {
        var output = Directory.CreateTempSubdirectory("dtc-public").FullName;
        try
        {
            var runner = new TrialRunner(output);
            runner.Start(compileOnly ? 0 : processes);
            var reports = new IReadOnlyList<ClassReport>[folders.Length];
            Parallel.For(0, folders.Length, new ParallelOptions { MaxDegreeOfParallelism = processes }, i =>
            {
                reports[i] = new FolderMeasurement(folders[i], output)
                    .Run(found => name is null || found.Contains(name, StringComparison.Ordinal), runner.Add);
                Console.Error.WriteLine($"{Path.GetFileName(folders[i])}: {reports[i].Count} classes compiled");
            });
            var results = runner.Finish();
            return [
                .. reports.SelectMany(static found => found)
                    .Select(report => report with { Trial = results.GetValueOrDefault(report.Key) })
            ];
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }
}
