using DtcGen.Generators.Collections;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Diagnostics;

/// <summary>A diagnostic to report, as plain data.</summary>
internal sealed record DiagnosticRecord(string Id, LocationRecord? Location, EquatableArray<string> Arguments)
{
    public static DiagnosticRecord Create(DiagnosticDescriptor descriptor, LocationRecord? location, params string[] arguments)
        => new(descriptor.Id, location, arguments.ToEquatableArray());

    public Diagnostic ToDiagnostic()
        => Diagnostic.Create(
            Descriptors.ById(Id),
            Location?.ToLocation() ?? Microsoft.CodeAnalysis.Location.None,
            [.. Arguments.Cast<object>()]);
}
