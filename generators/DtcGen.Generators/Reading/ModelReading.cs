using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Writing;

namespace DtcGen.Generators.Reading;

/// <summary>All that reading an annotated class gives. It holds no symbol, no syntax and no compilation.</summary>
/// <param name="ClassName">The class's name, for messages.</param>
/// <param name="Location">Where the class's name stands.</param>
/// <param name="Models">The model, when it could be read: one or none.</param>
/// <param name="Diagnostics">What reading found wrong.</param>
/// <param name="LayerPlaces">When the attribute asks to explain the groups: where each layer of the model is declared.</param>
internal sealed record ModelReading(
    string ClassName,
    LocationRecord? Location,
    EquatableArray<Model> Models,
    EquatableArray<DiagnosticRecord> Diagnostics,
    EquatableArray<LocationRecord> LayerPlaces)
{
    /// <summary>What is generated instead when the class asks to be recorded.</summary>
    public EquatableArray<GeneratedSource> Recorded { get; init; }
}
