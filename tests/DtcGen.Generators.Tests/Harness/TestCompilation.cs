using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>Compilations as a user's project would have them.</summary>
internal static class TestCompilation
{
    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(IDualTomographic).Assembly.Location),
    ];

    private static readonly MetadataReference[] Onnx =
    [
        MetadataReference.CreateFromFile(typeof(Onnx.IOnnxExportable).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Onnx.OnnxValue).Assembly.Location),
    ];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    /// <summary>A project of these source files.</summary>
    /// <param name="sources">The files' texts; they are named Source0.cs, Source1.cs and so on.</param>
    /// <param name="withOnnx">Whether it references DtcGen.Onnx.</param>
    public static CSharpCompilation Create(IEnumerable<string> sources, bool withOnnx = true)
        => CSharpCompilation.Create(
            $"Tested{Guid.NewGuid():N}",
            sources.Select(static (source, i) => Parse(source, $"Source{i}.cs")),
            References(withOnnx),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>What such a project references.</summary>
    public static MetadataReference[] References(bool withOnnx) => withOnnx ? [.. Platform, .. Onnx] : Platform;

    public static SyntaxTree Parse(string source, string path)
        => CSharpSyntaxTree.ParseText(source, ParseOptions, path, System.Text.Encoding.UTF8);
}
