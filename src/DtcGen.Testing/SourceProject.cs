using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using DtcGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Testing;

/// <summary>The source files of an assembly, found by its symbols.</summary>
/// <param name="Trees">The files, parsed; what DtcGen's generator wrote is not among them.</param>
/// <param name="ParseOptions">With the conditional symbols that the assembly was compiled with.</param>
internal sealed record SourceProject(IReadOnlyList<SyntaxTree> Trees, CSharpParseOptions ParseOptions)
{
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    private static readonly Guid CompilationOptions = new("B5FEEC05-8CD0-4A83-96DA-466284BB4BD8");

    /// <exception cref="GeneratedCodeException">The assembly has no symbols beside it or inside.</exception>
    public static SourceProject Of(Assembly assembly, LanguageVersion languageVersion)
    {
        var name = assembly.GetName().Name;
        using var image = new PEReader(File.OpenRead(assembly.Location));
        if (!image.TryOpenAssociatedPortablePdb(
            assembly.Location, static path => File.Exists(path) ? File.OpenRead(path) : null, out var provider, out _))
        {
            throw new GeneratedCodeException(
                $"{name} has no symbols, by which its source is found. Build its project with DebugType portable or embedded.");
        }

        using (provider)
        {
            var symbols = provider!.GetMetadataReader();
            var options = Options(symbols);
            var parse = new CSharpParseOptions(languageVersion, preprocessorSymbols: options.GetValueOrDefault("define")?.Split(',') ?? []);
            var files = symbols.Documents
                .Select(handle => (Path: symbols.GetString(symbols.GetDocument(handle).Name), Handle: handle))
                .Where(static document => document.Path.EndsWith(".cs", StringComparison.Ordinal) && !IsGenerated(document.Path))
                .Select(document => (document.Path, Text: Text(symbols, document.Handle, document.Path)))
                .Where(static document => document.Text is not null)
                .ToList();
            files.AddRange(GlobalUsings(files.Select(static file => file.Path)));
            return new SourceProject(
                [.. files.DistinctBy(static file => file.Path).Select(file => Parse(file.Text!, file.Path, parse))], parse);
        }
    }

    /// <summary>The assemblies that the test project can use, but for one whose source is used instead.</summary>
    public static IEnumerable<MetadataReference> References(Assembly? without)
        => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != without?.GetName().Name && IsManaged(path))
            .Select(static path => MetadataReference.CreateFromFile(path));

    public static SyntaxTree Parse(string text, string path, CSharpParseOptions options)
        => CSharpSyntaxTree.ParseText(text, options, path, Encoding.UTF8);

    private static bool IsGenerated(string path)
        => path.Replace('\\', '/').Contains($"/{typeof(DualTomographicGenerator).FullName}/", StringComparison.Ordinal);

    private static bool IsManaged(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        return image.HasMetadata;
    }

    private static string? Text(MetadataReader symbols, DocumentHandle document, string path)
    {
        foreach (var handle in symbols.GetCustomDebugInformation(document))
        {
            var information = symbols.GetCustomDebugInformation(handle);
            if (symbols.GetGuid(information.Kind) == EmbeddedSource)
            {
                return Inflate(symbols.GetBlobBytes(information.Value));
            }
        }

        return SourcePaths.Find(path) is { } file ? File.ReadAllText(file) : null;
    }

    /// <summary>The first four bytes are the text's size when it is compressed, and 0 when it is not.</summary>
    private static string Inflate(byte[] blob)
    {
        Stream content = new MemoryStream(blob, 4, blob.Length - 4);
        using var reader = new StreamReader(
            BitConverter.ToInt32(blob) == 0 ? content : new DeflateStream(content, CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static Dictionary<string, string> Options(MetadataReader symbols)
    {
        var options = symbols.GetCustomDebugInformation(EntityHandle.ModuleDefinition)
            .Select(handle => symbols.GetCustomDebugInformation(handle))
            .FirstOrDefault(information => symbols.GetGuid(information.Kind) == CompilationOptions);
        var parts = options.Value.IsNil ? [] : Encoding.UTF8.GetString(symbols.GetBlobBytes(options.Value)).Split('\0');
        return parts.Chunk(2).Where(static pair => pair.Length == 2).ToDictionary(static pair => pair[0], static pair => pair[1]);
    }

    /// <summary>The SDK's implicit usings are a file without code, which symbols do not name.</summary>
    private static IEnumerable<(string Path, string? Text)> GlobalUsings(IEnumerable<string> files)
        => files
            .Select(static file => SourcePaths.Find(file) is { } found ? Path.GetDirectoryName(found) : null)
            .Distinct()
            .SelectMany(static folder => Above(folder))
            .Distinct()
            .Select(static folder => Path.Combine(folder, "obj"))
            .Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.GlobalUsings.g.cs", SearchOption.AllDirectories))
            .OrderByDescending(File.GetLastWriteTimeUtc)
            .Take(1)
            .Select(static file => (file, (string?)File.ReadAllText(file)));

    private static IEnumerable<string> Above(string? folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
            if (Directory.EnumerateFiles(at, "*.csproj").Any())
            {
                yield break;
            }
        }
    }
}
