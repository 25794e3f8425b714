using System.Collections.Immutable;
using DtcGen.Generators.Reading.Proof;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>Finds the readonly fields of a module class whose values are known once its constructor's arguments are.</summary>
internal static class FieldConstants
{
    /// <summary>What a module's methods know: its constructors' constants, its readonly fields, and that it is not being trained.</summary>
    public static NestedModule Bind(ReadingSession session, NestedModule module)
    {
        var bindings = With(session, module.Construction, module.Type, inConstructor: false);
        return module with { Bindings = session.Torch.Training is { } training ? bindings.SetItem(training, false) : bindings };
    }

    /// <summary>What is known of a class's readonly fields, in its constructors or behind them.</summary>
    public static ImmutableDictionary<ISymbol, object?> With(
        ReadingSession session, Construction construction, INamedTypeSymbol type, bool inConstructor)
    {
        var bindings = construction.Bindings;
        for (var current = type; current is not null && !session.Torch.IsOwn(current); current = current.BaseType)
        {
            foreach (var field in current.GetMembers().OfType<IFieldSymbol>())
            {
                // A constructor may ask for a field before it gives it its value: only an initialiser's is known there.
                if (field is { IsReadOnly: true, IsStatic: false, IsImplicitlyDeclared: false }
                    && field.Type.SpecialType != SpecialType.None
                    && FieldValues.Of(session, construction, field) is { Why: null } value
                    && (!inConstructor || value is { Step: < 0, Value: not null })
                    && TryRead(field, value, construction.Bindings, out var constant))
                {
                    bindings = bindings.SetItem(field.OriginalDefinition, constant);
                }
            }
        }

        return bindings;
    }

    private static bool TryRead(IFieldSymbol field, FieldValue value, ImmutableDictionary<ISymbol, object?> bindings, out object? constant)
    {
        constant = field.Type.SpecialType switch
        {
            SpecialType.System_Boolean => false,
            SpecialType.System_Int32 => 0,
            SpecialType.System_Int64 => 0L,
            SpecialType.System_Single => 0f,
            SpecialType.System_Double => 0.0,
            _ => null,
        };
        return value.Value is { } given
            ? Constants.TryRead(given, bindings, out constant)
            : constant is not null || field.Type.IsReferenceType;
    }
}
