using System.Collections.Immutable;
using DtcGen.Generators.Collections;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Diagnostics;

/// <summary>A diagnostic to report, as plain data.</summary>
/// <param name="Id">Its id in <see cref="Descriptors"/>.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Arguments">What its message is filled with.</param>
/// <param name="Layers">The layers that its code fix offers.</param>
internal sealed record DiagnosticRecord(
    string Id, LocationRecord? Location, EquatableArray<string> Arguments, EquatableArray<string> Layers)
{
    /// <summary>The property of a reported diagnostic that holds <see cref="Layers"/>, separated by spaces.</summary>
    public const string LayersProperty = "Layers";

    public static DiagnosticRecord Create(DiagnosticDescriptor descriptor, LocationRecord? location, params string[] arguments)
        => new(descriptor.Id, location, arguments.ToEquatableArray(), EquatableArray<string>.Empty);

    public Diagnostic ToDiagnostic()
        => Diagnostic.Create(
            Descriptors.ById(Id),
            Location?.ToLocation() ?? Microsoft.CodeAnalysis.Location.None,
            Layers.Count == 0 ? null : ImmutableDictionary<string, string?>.Empty.Add(LayersProperty, string.Join(" ", Layers)),
            [.. Arguments.Cast<object>()]);
}
