using System.Collections.Immutable;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Recording;

/// <summary>A class that asks to be recorded when it runs, whatever the reader could make of its source.</summary>
internal static class Asked
{
    /// <summary>Whether the attribute asks for it: <c>[DualTomographic(Record = true)]</c>.</summary>
    public static bool By(AttributeData attribute)
        => attribute.NamedArguments.Any(static argument => argument is { Key: "Record", Value.Value: true });

    /// <summary>What is generated for it, or null where the class has no forward that takes or makes tensors.</summary>
    public static ModelReading? Record(
        INamedTypeSymbol type,
        Location name,
        AttributeData attribute,
        TorchSymbols torch,
        Compilation compilation,
        ImmutableArray<DiagnosticRecord> declaration,
        CancellationToken cancellation)
    {
        var session = new RecordingSession(compilation, type, torch, cancellation);
        if (declaration.Length > 0 || RecordedForward.Find(type, session) is not { } forward || !session.Touches(forward))
        {
            return null;
        }

        var source = ModelRecorder.Write(type, attribute, compilation, torch, cancellation);
        return new ModelReading(
            type.Name,
            LocationRecord.Of(name),
            EquatableArray<Model>.Empty,
            source.Diagnostics
                .Prepend(DiagnosticRecord.Create(Descriptors.Recorded, LocationRecord.Of(name), type.Name))
                .ToEquatableArray(),
            EquatableArray<LocationRecord>.Empty)
        {
            Recorded = source.Files,
        };
    }
}
