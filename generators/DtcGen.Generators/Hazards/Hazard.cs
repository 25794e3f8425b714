using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Hazards;

/// <summary>What a call meets in TorchSharp.</summary>
/// <param name="Descriptor">Which hazard.</param>
/// <param name="Arguments">What its message is filled with behind the version of TorchSharp.</param>
internal sealed record Hazard(DiagnosticDescriptor Descriptor, params string[] Arguments);
