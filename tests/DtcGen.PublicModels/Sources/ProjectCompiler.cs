using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.PublicModels.Sources;

/// <summary>Compiles the projects of a folder, and takes out of them what does not compile.</summary>
internal static class ProjectCompiler
{
    private const int MostRounds = 40;

    private static readonly CSharpParseOptions Options = new CSharpParseOptions(LanguageVersion.Preview)
        .WithPreprocessorSymbols((string[])[
            "NET", "NETCOREAPP", "NET10_0", .. Enumerable.Range(5, 6).Select(static version => $"NET{version}_0_OR_GREATER"),
            "RELEASE",
        ]);

    public static IReadOnlyList<CompiledProject> Compile(string root)
    {
        var folders = ProjectFolders.In(root);
        var trees = new Dictionary<string, SyntaxTree>(StringComparer.Ordinal);
        return [.. folders.Select(folder => Compile(folder, folders, trees))];
    }

    private static CompiledProject Compile(ProjectFolder folder, IReadOnlyList<ProjectFolder> all, Dictionary<string, SyntaxTree> trees)
    {
        var reached = Reached(folder, all);
        var usings = string.Concat(reached.SelectMany(static project => project.Usings).Distinct(StringComparer.Ordinal));
        var compilation = CSharpCompilation.Create(
            Path.GetFileName(folder.Path),
            [
                CSharpSyntaxTree.ParseText(usings, Options, "GlobalUsings.cs", Encoding.UTF8),
                .. reached.SelectMany(static project => project.Files).Select(Parse),
            ],
            PublicReferences.All,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var own = folder.Files.ToHashSet(StringComparer.Ordinal);
        var written = ModuleSymbols.In(compilation, own);
        if (written.Count == 0)
        {
            return new CompiledProject(folder, compilation, [], new Dictionary<string, string>());
        }

        var dropped = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var round = 0; round < MostRounds; round++)
        {
            var next = ErrorPruning.Prune(compilation, dropped);
            if (next == compilation)
            {
                break;
            }

            compilation = next;
        }

        return new CompiledProject(folder, compilation, [.. written.Select(ModuleSymbols.MetadataName)], dropped);

        SyntaxTree Parse(string file)
        {
            if (!trees.TryGetValue(file, out var tree))
            {
                tree = CSharpSyntaxTree.ParseText(File.ReadAllText(file), Options, file, Encoding.UTF8);
                trees.Add(file, tree);
            }

            return tree;
        }
    }

    // A project's types are used as if they were its own: what is internal then needs no attribute to be seen.
    private static IReadOnlyList<ProjectFolder> Reached(ProjectFolder folder, IReadOnlyList<ProjectFolder> all)
    {
        var reached = new List<ProjectFolder> { folder };
        for (var i = 0; i < reached.Count; i++)
        {
            reached.AddRange(all.Where(other => reached[i].References.Contains(other.Path) && !reached.Contains(other)));
        }

        return reached;
    }
}
