using System.Collections.Concurrent;
using System.Runtime.Loader;
using DtcGen.Testing;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>What the generator made of some source.</summary>
/// <param name="Compilation">The user's code with what was generated.</param>
/// <param name="Sources">What was generated.</param>
/// <param name="Diagnostics">What the generator reported.</param>
internal sealed record Generated(Compilation Compilation, IReadOnlyList<GeneratedSource> Sources, IReadOnlyList<Diagnostic> Diagnostics)
{
    // Compiling takes most of these tests' time, so the same source is compiled once for all of them.
    private static readonly ConcurrentDictionary<string, Lazy<Generated>> Known = new(StringComparer.Ordinal);

    private Type? _network;

    /// <summary>A project that this one references, or null.</summary>
    public Generated? Library { get; init; }

    /// <summary>The class <c>Tested.Net</c>, compiled and loaded.</summary>
    public Type Network => LazyInitializer.EnsureInitialized(ref _network, Load);

    /// <summary>Runs the generator; fails on any diagnostic of its own and on code that does not compile.</summary>
    public static Generated From(string source)
        => Known.GetOrAdd(source, static source => new Lazy<Generated>(() => RunWithoutDiagnostics(source))).Value;

    /// <summary>Runs the generator and leaves its diagnostics to the caller.</summary>
    public static Generated Run(string source, bool withOnnx = true) => Run([source], withOnnx);

    /// <summary>Runs the generator on several files and leaves its diagnostics to the caller.</summary>
    public static Generated Run(string[] sources, bool withOnnx = true) => Run(sources, TestCompilation.References(withOnnx));

    /// <summary>Runs the generator on a file of a project that references another.</summary>
    /// <param name="source">The file.</param>
    /// <param name="library">The other project.</param>
    /// <param name="isBuilt">Whether it is there as a build leaves it, or as an editor has it: with its source.</param>
    public static Generated Run(string source, Generated library, bool isBuilt = true)
        => Run(
            [source],
            [
                .. TestCompilation.References(withOnnx: true),
                isBuilt ? MetadataReference.CreateFromImage(library.Image().ToArray()) : library.Compilation.ToMetadataReference(),
            ]) with
        {
            Library = library,
        };

    public void AssertCompiles()
    {
        var problems = Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToArray();
        Assert.True(
            problems.Length == 0,
            string.Join('\n', problems.Select(static p => p.ToString())) + "\n" + string.Join('\n', Sources.Select(static s => s.Text)));
    }

    /// <summary>Asserts that these diagnostics, and no others, were reported.</summary>
    /// <param name="expected">For each: its id, the source text it stands at, and a part of its message.</param>
    public void AssertReports(params (string Id, string At, string Says)[] expected)
    {
        Assert.True(expected.Length == Diagnostics.Count, "Reported:\n" + ToAssertions());
        foreach (var (wanted, got) in expected.Zip(Diagnostics))
        {
            Assert.True(
                wanted.Id == got.Id && wanted.At == TextAt(got) && got.GetMessage().Contains(wanted.Says, StringComparison.Ordinal),
                $"Expected {wanted}; reported:\n{ToAssertions()}");
        }
    }

    private static Generated RunWithoutDiagnostics(string source)
    {
        var generated = Run(source);
        Assert.True(generated.Diagnostics.Count == 0, "Not asserted:\n" + generated.ToAssertions());
        generated.AssertCompiles();
        return generated;
    }

    private static Generated Run(string[] sources, IReadOnlyList<MetadataReference> references)
    {
        var code = GeneratedCode.For(sources, new GeneratedCodeOptions { AcceptDiagnostics = true, References = references });
        return new Generated(code.Compilation, code.Sources, code.Diagnostics);
    }

    private Type Load()
    {
        var context = new AssemblyLoadContext(Compilation.AssemblyName);
        if (Library is not null)
        {
            context.LoadFromStream(Library.Image());
        }

        return context.LoadFromStream(Image()).GetType("Tested.Net", throwOnError: true)!;
    }

    private MemoryStream Image()
    {
        var image = new MemoryStream();
        var emitted = Compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        return image;
    }

    private string ToAssertions()
        => string.Join(",\n", Diagnostics
            .Select(d => $"(\"{d.Id}\", \"{TextAt(d)}\", \"{d.GetMessage()}\")"));

    /// <summary>The source text that a diagnostic stands at.</summary>
    public string TextAt(Diagnostic diagnostic)
    {
        var tree = Compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == diagnostic.Location.GetLineSpan().Path);
        return tree is null ? string.Empty : tree.GetText().ToString(diagnostic.Location.SourceSpan);
    }
}
