using System.Collections.Immutable;
using DtcGen.Generators.Reading.Proof;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>A module class of the user's: the model itself, or a block inside it.</summary>
/// <param name="Place">Where it is in the model.</param>
/// <param name="Type">Its class: exactly this one, none that derives from it.</param>
/// <param name="Construction">How it is made.</param>
/// <param name="Bindings">What is known of its parameters and fields once it is made.</param>
internal sealed record NestedModule(
    ModulePlace Place,
    INamedTypeSymbol Type,
    Construction Construction,
    ImmutableDictionary<ISymbol, object?> Bindings) : ReadModule(Place)
{
    public static ImmutableDictionary<ISymbol, object?> NoBindings { get; }
        = ImmutableDictionary.Create<ISymbol, object?>(SymbolEqualityComparer.Default);
}
