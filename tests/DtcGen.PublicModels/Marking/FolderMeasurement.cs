using DtcGen.PublicModels.Sources;
using Microsoft.CodeAnalysis;

namespace DtcGen.PublicModels.Marking;

/// <summary>Marks the module classes of a folder in turn.</summary>
/// <param name="root">The folder.</param>
internal sealed class FolderMeasurement(string root)
{
    private readonly string _root = Path.GetFullPath(root);

    /// <summary>What became of each class.</summary>
    /// <param name="isWanted">Which classes, by their metadata names.</param>
    /// <param name="compiled">Is given each class whose generated code compiles.</param>
    public IReadOnlyList<ClassReport> Run(Func<string, bool> isWanted, Action<ClassReport, Generation>? compiled = null)
    {
        var projects = ProjectCompiler.Compile(_root).Where(static project => project.Written.Count > 0).ToArray();
        Console.Error.WriteLine($"compiled {Environment.CpuUsage.TotalTime}");
        var held = projects.SelectMany(HeldModules.Of).ToHashSet(StringComparer.Ordinal);
        Console.Error.WriteLine($"held {Environment.CpuUsage.TotalTime}");
        var reports = new List<ClassReport>();
        foreach (var project in projects)
        {
            var own = project.Folder.Files.ToHashSet(StringComparer.Ordinal);
            var types = ModuleSymbols.In(project.Compilation, own).ToDictionary(ModuleSymbols.MetadataName);
            foreach (var name in project.Written.Where(isWanted))
            {
                if (!types.TryGetValue(name, out var type))
                {
                    reports.Add(Empty(project, name, Verdict.NotCompiled, new Problem("", project.Dropped.GetValueOrDefault(name, "?"), "", "")));
                    continue;
                }

                var (report, generation) = Measure(project, type, !held.Contains(HeldModules.Key(type)));
                reports.Add(report);
                if (report.Verdict is Verdict.Read or Verdict.Recorded)
                {
                    compiled?.Invoke(report, generation);
                }
            }
        }

        return reports;
    }

    private (ClassReport Report, Generation Generation) Measure(CompiledProject project, INamedTypeSymbol type, bool isWhole)
    {
        var w = System.Diagnostics.Stopwatch.StartNew();
        var (generation, declined) = ClassMeasurement.Run(project, type);
        var t1 = w.ElapsedMilliseconds; w.Restart();
        var problems = generation.Failure is null && generation.Error is null ? generation.Problems(type) : [];
        var t2 = w.ElapsedMilliseconds; w.Restart();
        var n = generation.Compilation.GetDiagnostics().Length;
        var t3 = w.ElapsedMilliseconds; w.Restart();
        Console.Error.WriteLine($"{type.Name} generate {t1} problems {t2} whole {t3} trees {generation.Generated.Count} chars {generation.Generated.Sum(t => t.Length)}");
        var verdict = generation.Failure is not null || generation.Error is not null ? Verdict.Refused
            : problems.Any(static problem => problem.Severity == DiagnosticSeverity.Error) ? Verdict.Broken
            : generation.IsRecorded ? Verdict.Recorded
            : Verdict.Read;
        var reason = generation.Failure is { } failure ? new Problem(failure.GetType().Name, failure.ToString(), "", "")
            : generation.Error is { } error ? Describe(error)
            : null;
        var report = Empty(project, ModuleSymbols.MetadataName(type), verdict, reason) with
        {
            File = Path.GetRelativePath(_root, type.DeclaringSyntaxReferences[0].SyntaxTree.FilePath),
            IsWhole = isWhole,
            Declined = declined is null ? null : Describe(declined),
            Problems = [.. problems.OrderByDescending(static problem => problem.Severity).Select(Describe)],
            Warnings = [.. generation.Diagnostics.Where(static d => d.Severity < DiagnosticSeverity.Error).Select(Describe)],
        };
        return (report, generation);
    }

    private ClassReport Empty(CompiledProject project, string name, Verdict verdict, Problem? reason)
        => new(
            Path.GetFileName(_root),
            Path.GetRelativePath(_root, project.Folder.Path),
            name,
            "",
            false,
            verdict,
            reason,
            null,
            [],
            []);

    private Problem Describe(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetLineSpan();
        var path = line.Path is { Length: > 0 } file && Path.IsPathRooted(file) ? Path.GetRelativePath(_root, file) : line.Path;
        var text = diagnostic.Location.SourceTree is { } tree ? tree.GetText().Lines[line.StartLinePosition.Line].ToString().Trim()
            : line.Path is { Length: > 0 } read && File.Exists(read)
                ? File.ReadLines(read).ElementAtOrDefault(line.StartLinePosition.Line)?.Trim() ?? ""
            : "";
        return new Problem(diagnostic.Id, diagnostic.GetMessage(), $"{path}:{line.StartLinePosition.Line + 1}", text);
    }
}
