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
    /// <summary>What is reported about some source.</summary>
    public static Task<Reported[]> ReportAsync(string source, Version? torchSharp = null, string? publishAot = null)
        => ReportAsync(TestCompilation.Create([source]), torchSharp, publishAot);

    /// <summary>What is reported about a compilation, and not suppressed.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="torchSharp">The version of TorchSharp to reference, when not the real one.</param>
    /// <param name="publishAot">What the project says of PublishAot.</param>
    public static async Task<Reported[]> ReportAsync(Compilation compilation, Version? torchSharp = null, string? publishAot = null)
    {
        if (torchSharp is not null)
        {
            var real = compilation.References.Single(static reference => Path.GetFileName(reference.Display) == "TorchSharp.dll");
            var renumbered = Renumbered(await File.ReadAllBytesAsync(real.Display!), torchSharp);
            compilation = compilation.ReplaceReference(real, MetadataReference.CreateFromImage(renumbered));
        }

        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var project = new ProjectOptions(publishAot is null ? [] : new() { ["build_property.PublishAot"] = publishAot });
        var failures = new List<string>();
        var analysis = new CompilationWithAnalyzers(
            compilation,
            [new HazardAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([], project),
                (exception, _, _) => failures.Add(exception.ToString()),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        var reported = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return
        [
            .. reported
                .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(static diagnostic => new Reported(
                    diagnostic.Id,
                    diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan),
                    diagnostic.GetMessage())),
        ];
    }

    // The same assembly with another version in its metadata.
    private static ImmutableArray<byte> Renumbered(byte[] assembly, Version version)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        var metadata = file.GetMetadataReader();
        var row = file.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.Assembly);
        int[] numbers = [version.Major, version.Minor, version.Build, version.Revision];
        for (var i = 0; i < numbers.Length; i++)
        {
            // A row opens with the hash algorithm, four bytes; then come the numbers, two bytes each.
            BitConverter.TryWriteBytes(assembly.AsSpan(row + 4 + (2 * i)), (ushort)Math.Max(numbers[i], 0));
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
