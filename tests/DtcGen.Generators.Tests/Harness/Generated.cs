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

    private readonly Lazy<Type> _network = new(() => Load(Compilation));

    /// <summary>The class <c>Tested.Net</c>, compiled and loaded.</summary>
    public Type Network => _network.Value;

    /// <summary>Runs the generator; fails on any diagnostic of its own and on code that does not compile.</summary>
    public static Generated From(string source)
        => Known.GetOrAdd(source, static source => new Lazy<Generated>(() => RunWithoutDiagnostics(source))).Value;

    /// <summary>Runs the generator and leaves its diagnostics to the caller.</summary>
    public static Generated Run(string source, bool withOnnx = true) => Run([source], withOnnx);

    /// <summary>Runs the generator on several files and leaves its diagnostics to the caller.</summary>
    public static Generated Run(string[] sources, bool withOnnx = true)
    {
        var code = GeneratedCode.For(
            sources, new GeneratedCodeOptions { AcceptDiagnostics = true, References = TestCompilation.References(withOnnx) });
        return new Generated(code.Compilation, code.Sources, code.Diagnostics);
    }

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

    private static Type Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName).LoadFromStream(image).GetType("Tested.Net", throwOnError: true)!;
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
