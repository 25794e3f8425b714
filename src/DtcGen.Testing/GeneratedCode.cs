using System.Runtime.CompilerServices;
using DtcGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Testing;

/// <summary>What DtcGen's generator makes of a model class: <c>GeneratedCode.ForType&lt;Mlp&gt;().MatchVerified();</c></summary>
public sealed class GeneratedCode
{
    private GeneratedCode(Compilation compilation, IReadOnlyList<GeneratedSource> sources, IReadOnlyList<Diagnostic> diagnostics)
    {
        Compilation = compilation;
        Sources = sources;
        Diagnostics = diagnostics;
    }

    /// <summary>The files that the generator wrote, by name.</summary>
    public IReadOnlyList<GeneratedSource> Sources { get; }

    /// <summary>What the generator reported, in the order of the source.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The source together with what was generated for it.</summary>
    public Compilation Compilation { get; }

    /// <summary>Runs the generator on a source file and compiles what it writes.</summary>
    /// <param name="source">The file's text, with its usings. It can use whatever the test project can.</param>
    /// <param name="expected">The ids of the diagnostics that the generator is to report: <c>"DTC010"</c>.</param>
    /// <exception cref="GeneratedCodeException">The generator reported something else, or the code does not compile.</exception>
    public static GeneratedCode For(string source, params string[] expected) => For(source, GeneratedCodeOptions.Expecting(expected));

    /// <summary>Runs the generator on a source file and compiles what it writes.</summary>
    /// <param name="source">The file's text, with its usings.</param>
    /// <param name="options">What to expect, and what the source can use.</param>
    /// <exception cref="GeneratedCodeException">The generator reported what was not expected, or the code does not compile.</exception>
    public static GeneratedCode For(string source, GeneratedCodeOptions options) => For([source], options);

    /// <summary>Runs the generator on source files that belong together and compiles what it writes.</summary>
    /// <param name="sources">The files' texts, with their usings. They are called Source0.cs, Source1.cs and so on.</param>
    /// <param name="options">What to expect, and what the source can use.</param>
    /// <exception cref="GeneratedCodeException">The generator reported what was not expected, or the code does not compile.</exception>
    public static GeneratedCode For(IReadOnlyList<string> sources, GeneratedCodeOptions options)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        var parse = new CSharpParseOptions(options.LanguageVersion);
        var trees = sources.Select((source, i) => SourceProject.Parse(source, $"Source{i}.cs", parse));
        return Run(trees, parse, options.References ?? SourceProject.References(without: null)).Checked(options, compile: true);
    }

    /// <summary>
    /// Runs the generator on a class of a project that the tests reference. Its project's source is found by what the
    /// compiler noted in the class's symbols (the .pdb file), so the test runs where that project was built.
    /// </summary>
    /// <typeparam name="T">The class, marked <c>[DualTomographic]</c>.</typeparam>
    /// <param name="expected">The ids of the diagnostics that the generator is to report for the class.</param>
    /// <exception cref="GeneratedCodeException">The generator reported something else, wrote nothing for the class, or
    /// its source was not found.</exception>
    public static GeneratedCode ForType<T>(params string[] expected) => ForType(typeof(T), GeneratedCodeOptions.Expecting(expected));

    /// <summary>Runs the generator on a class of a project that the tests reference, as <see cref="ForType{T}"/> does.</summary>
    /// <param name="type">The class, marked <c>[DualTomographic]</c>.</param>
    /// <param name="options">What to expect, and what the source can use.</param>
    /// <exception cref="GeneratedCodeException">The generator reported what was not expected, wrote nothing for the
    /// class, or its source was not found.</exception>
    public static GeneratedCode ForType(Type type, GeneratedCodeOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(options);
        var project = SourceProject.Of(type.Assembly, options.LanguageVersion);
        var all = Run(project.Trees, project.ParseOptions, options.References ?? SourceProject.References(without: type.Assembly));

        var declared = all.Compilation.GetTypeByMetadataName(type.FullName!)
            ?? throw new GeneratedCodeException(
                $"The source of {type} was not among the {project.Trees.Count} files that the symbols of {type.Assembly.GetName().Name} name. Build its project again.");
        var paths = declared.DeclaringSyntaxReferences.Select(static part => part.SyntaxTree.FilePath).ToHashSet(StringComparer.Ordinal);
        var own = all.Compilation.SyntaxTrees
            .Where(tree => paths.Contains(tree.FilePath))
            .Select(static tree => Path.GetFileName(tree.FilePath))
            .ToHashSet(StringComparer.Ordinal);
        var code = new GeneratedCode(
            all.Compilation,
            [.. all.Sources.Where(source => own.Contains(source.Name))],
            [.. all.Diagnostics.Where(diagnostic => paths.Contains(diagnostic.Location.GetLineSpan().Path))]);
        code.Checked(options, compile: false);
        return code.Sources.Count > 0 || options.AcceptDiagnostics || options.Expected.Count > 0
            ? code
            : throw new GeneratedCodeException($"The generator wrote nothing for {type}. Is it marked [DualTomographic]?");
    }

    /// <summary>
    /// Compares what was generated with the verified file beside the test, <c>Class.Test.verified.cs</c>; with several
    /// files, <c>Class.Test#Name.verified.cs</c> each. See <see cref="VerifiedFile.Match(string, string, string?, string, string)"/>.
    /// </summary>
    /// <param name="directory">The folder of the verified files, from the test's file on; null: beside it.</param>
    /// <param name="file">The test's file: left to the compiler. Its name is the class's.</param>
    /// <param name="test">The test's method: left to the compiler.</param>
    /// <exception cref="SnapshotException">They differ, or there is no verified file yet.</exception>
    public void MatchVerified(string? directory = null, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        foreach (var source in Sources)
        {
            var name = Sources.Count == 1 ? test : $"{test}#{source.Name.Replace(".DualTomographic.g.cs", "", StringComparison.Ordinal)}";
            VerifiedFile.Match(source.Text, "cs", directory, file, name);
        }
    }

    /// <summary>The generated files one after the other: <c>Verify(code.ToString(), "cs")</c> takes it.</summary>
    public override string ToString() => Sources.Count == 1
        ? Sources[0].Text
        : string.Concat(Sources.Select(static source => $"// {source.Name}\n{source.Text}\n"));

    private static GeneratedCode Run(IEnumerable<SyntaxTree> trees, CSharpParseOptions parse, IEnumerable<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create(
            $"Tested{Guid.NewGuid():N}",
            trees,
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                warningLevel: 9999,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: true));
        var driver = CSharpGeneratorDriver
            .Create([new DualTomographicGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        var result = driver.GetRunResult().Results.Single();
        return result.Exception is { } exception
            ? throw new GeneratedCodeException($"The generator failed, which is a defect of DtcGen: {exception}")
            : new GeneratedCode(
                updated,
                [
                    .. result.GeneratedSources
                        .Select(static source => new GeneratedSource(source.HintName, source.SourceText.ToString()))
                        .OrderBy(static source => source.Name, StringComparer.Ordinal)
                ],
                [.. result.Diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)]);
    }

    private GeneratedCode Checked(GeneratedCodeOptions options, bool compile)
    {
        if (options.AcceptDiagnostics)
        {
            return this;
        }

        // Messages that a class asked for (Explain) are no fault, but can be expected.
        var reported = Diagnostics
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info || options.Expected.Contains(diagnostic.Id))
            .Select(static diagnostic => diagnostic.Id);
        if (!reported.Order(StringComparer.Ordinal).SequenceEqual(options.Expected.Order(StringComparer.Ordinal)))
        {
            throw new GeneratedCodeException(
                $"Expected {Named(options.Expected)}, and the generator reported {Named([.. reported])}.{Lines(Diagnostics)}\nCorrect the model, or name what is meant to be reported: expected: [{string.Join(", ", reported.Select(static id => $"\"{id}\""))}].");
        }

        // An expected diagnostic leaves the class without its other half, and its users with errors.
        var errors = compile && options.Expected.Count == 0
            ? Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray()
            : [];
        return errors.Length == 0
            ? this
            : throw new GeneratedCodeException($"The source, together with what was generated for it, does not compile.{Lines(errors)}");
    }

    private static string Named(IReadOnlyList<string> ids) => ids.Count == 0 ? "no diagnostic" : string.Join(", ", ids);

    private static string Lines(IEnumerable<Diagnostic> diagnostics)
        => string.Concat(diagnostics.Take(20).Select(static diagnostic => $"\n  {diagnostic}"));
}
