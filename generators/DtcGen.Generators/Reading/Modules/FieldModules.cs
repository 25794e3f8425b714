using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Proof;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>Finds the module that a field holds, where the source alone proves it.</summary>
internal static class FieldModules
{
    public static ReadModule Read(ReadingSession session, NestedModule owner, IFieldSymbol field)
    {
        var declared = session.TypeName(field.Type) + (field.NullableAnnotation == NullableAnnotation.Annotated ? "?" : string.Empty);
        var place = owner.Place.Field(field.Name, session.TypeName(field.ContainingType), declared, session.IsAccessible(field));
        var value = FieldValues.Of(session, owner.Construction, field);
        if (value.Why is { } why)
        {
            return new UnknownModule(place, why, value.Objection);
        }

        if (value.Value is not { } made || made.ConstantValue is { HasValue: true, Value: null })
        {
            return new AbsentModule(place);
        }

        if (IsHidden(owner.Type, field))
        {
            return new UnknownModule(place, "another member hides it", session.Declaration(field));
        }

        if (field.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ComponentNameAttribute"))
        {
            return new UnknownModule(place, "it is registered under another name than its field's", session.Declaration(field));
        }

        if ((session.Uses.Objection(field) ?? session.Uses.Objection(owner.Type)) is { } changing)
        {
            return new UnknownModule(place, UnknownModule.Changed, changing);
        }

        var module = ModuleReader.Read(new ModuleCreation(session, made, place, owner.Construction.Bindings))
            ?? new UnknownModule(place, "make it by a factory of torch.nn in the field's initialiser or in the constructor", made.Syntax);
        return module is UnknownModule ? module : Registered(session, owner, field, value, module);
    }

    private static ReadModule Registered(
        ReadingSession session, NestedModule owner, IFieldSymbol field, FieldValue value, ReadModule module)
    {
        if (!NeedsOwner(module) || Registration.IsProved(session, owner.Construction, field, value))
        {
            return module;
        }

        var declaration = session.Declaration(field);
        return Registration.IsMissing(session, owner.Construction)
            ? new UnknownModule(
                module.Place,
                $"'{owner.Type.Name}' never calls RegisterComponents(), so it is not trained, saved or put into evaluation mode with the model: call it at the end of the constructor",
                declaration)
            { Descriptor = Descriptors.NotRegistered }
            : new UnknownModule(
                module.Place,
                "that it is registered cannot be seen: set it first, and call RegisterComponents() once at the end of the constructor",
                declaration);
    }

    private static bool IsHidden(INamedTypeSymbol type, IFieldSymbol field)
    {
        for (var current = type;
            current is not null
                && !SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, field.ContainingType.OriginalDefinition);
            current = current.BaseType)
        {
            if (current.GetMembers(field.Name).Any())
            {
                return true;
            }
        }

        return false;
    }

    // What has no weights and computes the same in training is nobody's.
    private static bool NeedsOwner(ReadModule module) => module switch
    {
        LayerModule layer => !layer.IsStateless,
        SequentialModule sequential => sequential.Items.Any(NeedsOwner),
        ModuleListModule list => list.Items.Any(NeedsOwner),
        _ => module is NestedModule,
    };
}
