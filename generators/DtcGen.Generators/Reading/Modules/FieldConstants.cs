using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>Finds the readonly fields of a module class whose values are known once its constructor's arguments are.</summary>
internal static class FieldConstants
{
    public static NestedModule Bind(ReadingSession session, NestedModule module)
    {
        var bindings = module.Bindings;
        foreach (var field in module.Type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field is { IsReadOnly: true, IsStatic: false, IsImplicitlyDeclared: false }
                && field.Type.SpecialType != SpecialType.None
                && Assigned(session, module, field) is [var value]
                && Constants.TryRead(value, bindings, out var constant))
            {
                bindings = bindings.SetItem(field.OriginalDefinition, constant);
            }
        }

        return module with { Bindings = bindings };
    }

    private static ImmutableArray<IOperation> Assigned(ReadingSession session, NestedModule module, IFieldSymbol field)
    {
        var assigned = FieldModules.Assignments(session, module, field).ToImmutableArray();
        return session.Declaration(field) is VariableDeclaratorSyntax { Initializer.Value: { } initialiser } && session.Operation(initialiser) is { } made
            ? assigned.Insert(0, made)
            : assigned;
    }
}
