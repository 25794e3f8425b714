using System.CommandLine;
using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>The verb that writes measured results into the pages that quote them.</summary>
internal static class DocsCommand
{
    public static Command Create()
    {
        var results = new Option<DirectoryInfo>("--results")
        {
            Description = "Folder of result files: mnist.json (the main job's result.json) and each benchmark's --json file, as VERB.json.",
            Required = true
        };
        var root = new Option<DirectoryInfo>("--root")
        {
            Description = "Folder of README.md and docs (default: the current folder).",
            DefaultValueFactory = _ => new DirectoryInfo(".")
        };
        var command = new Command(
            "docs",
            "Writes result files into the tables of README.md and docs/*.md, and draws README's picture from its table.") { results, root };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(results), parsed.GetRequiredValue(root)));
        return command;
    }

    private static int Run(DirectoryInfo results, DirectoryInfo root)
    {
        string[] pages = [
            Path.Combine(root.FullName, "README.md"),
            .. Directory.EnumerateFiles(Path.Combine(root.FullName, "docs"), "*.md").Order(StringComparer.Ordinal)
        ];
        foreach (var table in DocsTables.All)
        {
            var file = Path.Combine(results.FullName, table.Name + ".json");
            if (!File.Exists(file))
            {
                Console.WriteLine($"{table.Name}: no {file}, left as it is");
                continue;
            }

            using var result = JsonDocument.Parse(File.ReadAllText(file));
            var content = table.Render(result.RootElement);
            string[] written = [.. pages.Where(page => Write(page, table.Name, content))];
            Console.WriteLine(
                $"{table.Name}: {(written.Length == 0 ? "no page has this table" : string.Join(", ", written.Select(Path.GetFileName)))}");
        }

        if (MarkedBlock.Read(File.ReadAllText(pages[0]), GainChart.Table) is { } shown)
        {
            File.WriteAllText(Path.Combine(root.FullName, GainChart.Path), GainChart.Render(shown));
        }

        return 0;
    }

    private static bool Write(string page, string name, string content)
    {
        if (MarkedBlock.Replace(File.ReadAllText(page), name, content) is not { } replaced)
        {
            return false;
        }

        File.WriteAllText(page, replaced);
        return true;
    }
}
