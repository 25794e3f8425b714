using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>Which constants the parameters of a call stand for.</summary>
internal static class Bindings
{
    public static ImmutableDictionary<ISymbol, object?> Of(
        ImmutableArray<IArgumentOperation> arguments,
        ImmutableDictionary<ISymbol, object?> outer)
    {
        var bindings = NestedModule.NoBindings;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && Constants.TryRead(argument.Value, outer, out var value))
            {
                bindings = bindings.SetItem(parameter.OriginalDefinition, value);
            }
        }

        return bindings;
    }
}
