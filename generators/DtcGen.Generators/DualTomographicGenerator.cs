using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Grouping;
using DtcGen.Generators.Reading;
using DtcGen.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators;

/// <summary>
/// Completes model classes marked <c>[DualTomographic]</c>: reads <c>forward</c>, groups the neurons that leave
/// together, writes the code that sums weight rays, clips neurons and exports ONNX.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class DualTomographicGenerator : IIncrementalGenerator
{
    private readonly ReadingCache _cache = new();

    /// <summary>How often a class was read; for tests.</summary>
    internal int Readings => _cache.Count;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var readings = context.SyntaxProvider
            .ForAttributeWithMetadataName(ModelReader.AttributeName, ModelReader.IsCandidate, _cache.Read)
            .WithTrackingName(PipelineSteps.Read);

        var diagnostics = readings
            .SelectMany(static (reading, _) => ModelDiagnostics.Of(reading))
            .WithTrackingName(PipelineSteps.Diagnose);

        var grouped = readings
            .SelectMany(static (reading, _) => reading.Models)
            .WithTrackingName(PipelineSteps.Model)
            .Select(static (model, _) => GroupedModel.Of(model))
            .WithTrackingName(PipelineSteps.Group);

        var sources = grouped
            .Select(static (model, _) => ModelWriter.Write(model))
            .WithTrackingName(PipelineSteps.Write);

        var recorded = readings
            .SelectMany(static (reading, _) => reading.Recorded)
            .WithTrackingName(PipelineSteps.Record);

        context.RegisterSourceOutput(recorded, static (output, source) => output.AddSource(source.HintName, source.Text));
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(sources, static (output, source) => output.AddSource(source.HintName, source.Text));
    }
}
