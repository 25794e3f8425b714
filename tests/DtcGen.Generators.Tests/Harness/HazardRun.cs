using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using DtcGen.Generators.Hazards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>Runs the analyzer of TorchSharp's hazards on test source.</summary>
internal static class HazardRun
{
    /// <summary>What is reported and not suppressed: the id, the source text it stands at, and the message.</summary>
    public static Task<(string Id, string At, string Message)[]> ReportAsync(string source, Version? torchSharp = null, string? publishAot = null)
        => ReportAsync(TestCompilation.Create([source]), torchSharp, publishAot);

    /// <summary>What is reported about a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="torchSharp">The version of TorchSharp to reference, when not the real one.</param>
    /// <param name="publishAot">What the project says of PublishAot.</param>
    public static async Task<(string Id, string At, string Message)[]> ReportAsync(Compilation compilation, Version? torchSharp = null, string? publishAot = null)
    {
        if (torchSharp is not null)
        {
            var real = compilation.References.Single(static reference => Path.GetFileName(reference.Display) == "TorchSharp.dll");
            compilation = compilation.ReplaceReference(real, MetadataReference.CreateFromImage(Renumbered(await File.ReadAllBytesAsync(real.Display!), torchSharp)));
        }

        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var options = new AnalyzerOptions([], new ProjectOptions(publishAot is null ? [] : new() { ["build_property.PublishAot"] = publishAot }));
        var failures = new List<string>();
        var analysis = new CompilationWithAnalyzers(
            compilation,
            [new HazardAnalyzer()],
            new CompilationWithAnalyzersOptions(options, (exception, _, _) => failures.Add(exception.ToString()), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var reported = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return
        [
            .. reported
                .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(static diagnostic => (diagnostic.Id, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan), diagnostic.GetMessage())),
        ];
    }

    // The same assembly with another version in its metadata.
    private static ImmutableArray<byte> Renumbered(byte[] assembly, Version version)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        var metadata = file.GetMetadataReader();
        var row = file.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.Assembly);
        foreach (var (number, i) in new[] { version.Major, version.Minor, version.Build, version.Revision }.Select(static (number, i) => (number, i)))
        {
            // A row opens with the hash algorithm, four bytes; then come the numbers, two bytes each.
            BitConverter.TryWriteBytes(assembly.AsSpan(row + 4 + (2 * i)), (ushort)Math.Max(number, 0));
        }

        return [.. assembly];
    }

    private sealed class ProjectOptions(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
