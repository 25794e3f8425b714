using DtcGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>A module whose kind cannot be told.</summary>
/// <param name="Place">Where it is in the model.</param>
/// <param name="Why">What is missing, as the end of a sentence.</param>
/// <param name="At">The source that decides it; null for where it is used.</param>
internal sealed record UnknownModule(ModulePlace Place, string Why, SyntaxNode? At = null) : ReadModule(Place)
{
    /// <summary>Why a module that is mentioned in some other way than to be called cannot be told.</summary>
    public const string Changed = "this may change it, or put it in a second place";

    /// <summary>What is reported when it is used.</summary>
    public DiagnosticDescriptor Descriptor { get; init; } = Descriptors.UnknownLayer;
}
