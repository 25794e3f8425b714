using DtcGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DtcGen.PublicModels.Sources;

/// <summary>
/// What the code that is measured can refer to: .NET, TorchSharp, DtcGen, and what this project's file offers beside them.
/// </summary>
internal static class PublicReferences
{
    // Of this program, not of the code that it measures.
    private static readonly string[] Own = ["DtcGen.", "Microsoft.CodeAnalysis", "System.CommandLine"];

    public static IReadOnlyList<MetadataReference> All { get; } = Find();

    private static MetadataReference[] Find()
    {
        var always = TestCompilation.References(withOnnx: true);
        var known = always.Select(static reference => Path.GetFileName(reference.Display!)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var offered = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && !known.Contains(name)
                && !Own.Any(own => name.StartsWith(own, StringComparison.Ordinal)))
            .Select(static path => MetadataReference.CreateFromFile(path));
        return [.. always.Where(static reference => Path.GetFileName(reference.Display!) != "System.CommandLine.dll"), .. offered];
    }
}
