using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Writing;

namespace DtcGen.Generators.Recording;

/// <summary>What is generated for a model that is recorded.</summary>
/// <param name="Files">The files.</param>
/// <param name="Diagnostics">What cannot be recorded.</param>
internal sealed record RecordedSource(EquatableArray<GeneratedSource> Files, EquatableArray<DiagnosticRecord> Diagnostics);
