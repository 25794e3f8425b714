using DtcGen.PublicModels.Sources;
using Microsoft.CodeAnalysis;

namespace DtcGen.PublicModels.Marking;

/// <summary>Marks a class and runs the generator.</summary>
internal static class ClassMeasurement
{
    private const string Plain = "[global::DtcGen.DualTomographic] ";
    private const string Recorded = "[global::DtcGen.DualTomographic(Record = true)] ";

    /// <summary>What the generator makes of a class; of one that it cannot read, when it is told to record it.</summary>
    public static (Generation Generation, Diagnostic? Declined) Run(CompiledProject project, INamedTypeSymbol type)
    {
        var read = Generation.Of(Marker.Mark(project.Compilation, type, Plain));
        return read.Error is null && read.Failure is null
            ? (read, null)
            : (Generation.Of(Marker.Mark(project.Compilation, type, Recorded)), read.Error);
    }
}
