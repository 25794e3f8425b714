using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Testing;

/// <summary>How <see cref="GeneratedCode"/> runs the generator.</summary>
public sealed record GeneratedCodeOptions
{
    /// <summary>
    /// The ids of the diagnostics that the generator is to report, in any order; any other fails, and so does a missing
    /// one.
    /// </summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>Whether any diagnostics and any compiler errors are fine: the test looks at them itself.</summary>
    public bool AcceptDiagnostics { get; init; }

    /// <summary>The C# that the source is written in.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>The assemblies that the source can use; null: all that the test project can.</summary>
    public IReadOnlyList<MetadataReference>? References { get; init; }

    internal static GeneratedCodeOptions Expecting(string[] ids) => new() { Expected = ids };
}
