using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Generators.Tests.Operations;

/// <summary>Compiles the models of many rows at once.</summary>
internal static class OperationModels
{
    /// <summary>For each row, its class, or the diagnostic that refuses it. One compilation, each row in a namespace of its own.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="attribute">What marks a row's class.</param>
    public static (Type? Network, Diagnostic? Refusal)[] Make(OperationRow[] rows, Func<OperationRow, string> attribute)
    {
        var project = TestCompilation.Create(rows.Select((row, i)
            => row.Source($"Tested.Row{i}").Replace("[DualTomographic]", attribute(row), StringComparison.Ordinal)));
        var result = CSharpGeneratorDriver
            .Create([new DualTomographicGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(project, out var compilation, out _)
            .GetRunResult()
            .Results.Single();
        Assert.Null(result.Exception);
        var refused = result.Diagnostics
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .GroupBy(static diagnostic => diagnostic.Location.GetLineSpan().Path)
            .ToDictionary(static group => group.Key, static group => group.First());

        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var assembly = new AssemblyLoadContext("Operations").LoadFromStream(image);
        return
        [
            .. rows.Select((_, i) => refused.TryGetValue($"Source{i}.cs", out var diagnostic)
                ? ((Type?)null, (Diagnostic?)diagnostic)
                : (assembly.GetType($"Tested.Row{i}.Net", throwOnError: true), null)),
        ];
    }
}
