using DtcGen.PublicModels.Sources;
using DtcGen.PublicModels.Trials;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.PublicModels.Marking;

/// <summary>Marks the module classes of a folder in turn.</summary>
/// <param name="root">The folder.</param>
/// <param name="output">Where assemblies are written.</param>
internal sealed class FolderMeasurement(string root, string output)
{
    private readonly string _root = Path.GetFullPath(root);

    /// <summary>What became of each class.</summary>
    /// <param name="isWanted">Which classes, by their metadata names.</param>
    /// <param name="run">Gets each class that can be run.</param>
    public IReadOnlyList<ClassReport> Run(Func<string, bool> isWanted, Action<TrialJob> run)
    {
        var projects = ProjectCompiler.Compile(_root).Where(static project => project.Written.Count > 0).ToArray();
        var held = projects.SelectMany(HeldModules.Of).ToHashSet(StringComparer.Ordinal);
        var reports = new List<ClassReport>();
        foreach (var project in projects)
        {
            var own = project.Folder.Files.ToHashSet(StringComparer.Ordinal);
            var types = ModuleSymbols.In(project.Compilation, own).ToDictionary(ModuleSymbols.MetadataName);
            var references = new Lazy<TreeReferences>(() => TreeReferences.Of(project.Compilation));
            foreach (var name in project.Written.Where(isWanted))
            {
                if (!types.TryGetValue(name, out var type))
                {
                    var why = project.Dropped.GetValueOrDefault(name, "?");
                    reports.Add(Empty(project, name, Verdict.NotCompiled, new Problem("", why, "", "")));
                    continue;
                }

                var file = Path.Combine(output, $"{Guid.NewGuid():N}.dll");
                var report = Measure(project, type, !held.Contains(HeldModules.Key(type)), references, file);
                reports.Add(report);
                if (report.Verdict is Verdict.Read or Verdict.Recorded)
                {
                    run(new TrialJob(report.Key, file, name, Texts(type)));
                }
            }
        }

        return reports;
    }

    private ClassReport Measure(
        CompiledProject project, INamedTypeSymbol type, bool isWhole, Lazy<TreeReferences> references, string file)
    {
        var generation = Generation.Of(Marker.Mark(project.Compilation, type));
        var emitted = generation.Failure is null && generation.Error is null
            ? EmittedClass.Emit(generation, type, references.Value, file)
            : null;
        var verdict = generation.Failure is not null || generation.Error is not null ? Verdict.Refused
            : emitted is not { Success: true } ? Verdict.Broken
            : generation.Recorded is not null ? Verdict.Recorded
            : Verdict.Read;
        var reason = generation.Failure is { } failure ? new Problem(failure.GetType().Name, failure.ToString(), "", "")
            : generation.Error is { } error ? Describe(error)
            : null;
        return Empty(project, ModuleSymbols.MetadataName(type), verdict, reason) with
        {
            File = Path.GetRelativePath(_root, type.DeclaringSyntaxReferences[0].SyntaxTree.FilePath),
            IsWhole = isWhole,
            Declined = generation.Recorded is { } recorded ? Describe(recorded) : null,
            Problems = [.. (emitted?.Problems ?? []).OrderByDescending(static problem => problem.Severity).Take(20).Select(Describe)],
            Warnings = [.. generation.Diagnostics.Where(static d => d.Severity < DiagnosticSeverity.Error).Select(Describe)],
        };
    }

    // What a constructor may compare its arguments with.
    private static string[] Texts(INamedTypeSymbol type)
        => [
            .. type.DeclaringSyntaxReferences.SelectMany(static part => part.GetSyntax().DescendantTokens())
                .Concat(type.DeclaringSyntaxReferences.SelectMany(static part => part.SyntaxTree.GetRoot().DescendantTokens()))
                .Where(static token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText.Length is > 0 and < 24)
                .Select(static token => token.ValueText)
                .Distinct(StringComparer.Ordinal)
                .Take(40)
        ];

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
