using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>Which constants the parameters of a call stand for: those that keep what they are given.</summary>
internal static class Bindings
{
    public static ImmutableDictionary<ISymbol, object?> Of(
        ReadingSession session,
        ImmutableArray<IArgumentOperation> arguments,
        ImmutableDictionary<ISymbol, object?> outer)
    {
        var bindings = NestedModule.NoBindings;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None } parameter
                && Constants.TryRead(argument.Value, outer, out var value)
                && !session.Mentions.IsWritten(parameter))
            {
                bindings = bindings.SetItem(parameter.OriginalDefinition, value);
            }
        }

        return bindings;
    }
}
