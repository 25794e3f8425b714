using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>A module class of the user's: the model itself, or a block inside it.</summary>
/// <param name="Place">Where it is in the model.</param>
/// <param name="Type">Its class.</param>
/// <param name="Constructor">The constructor that made it, when that is known.</param>
/// <param name="Bindings">The constants that its constructor was given.</param>
internal sealed record NestedModule(
    ModulePlace Place,
    INamedTypeSymbol Type,
    IMethodSymbol? Constructor,
    ImmutableDictionary<ISymbol, object?> Bindings) : ReadModule(Place)
{
    public static ImmutableDictionary<ISymbol, object?> NoBindings { get; }
        = ImmutableDictionary.Create<ISymbol, object?>(SymbolEqualityComparer.Default);
}
