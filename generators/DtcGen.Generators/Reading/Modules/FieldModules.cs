using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Proof;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>Finds the module that a field holds, where the source alone proves it.</summary>
internal static class FieldModules
{
    private const string Changed = "this may change it, or put it in a second place";

    public static ReadModule Read(ReadingSession session, NestedModule owner, IFieldSymbol field)
    {
        var place = owner.Place.Field(field.Name, session.TypeName(field.ContainingType), session.TypeName(field.Type), session.IsAccessible(field));
        var value = FieldValues.Of(session, owner.Construction, field);
        if (value.Objection is { } undecided)
        {
            return new UnknownModule(place, value.Why, undecided);
        }

        if (value.Value is not { } made || made.ConstantValue is { HasValue: true, Value: null })
        {
            return new AbsentModule(place);
        }

        if ((session.Uses.Objection(field) ?? session.Uses.Objection(owner.Type)) is { } changing)
        {
            return new UnknownModule(place, Changed, changing);
        }

        var module = ModuleReader.Read(new ModuleCreation(session, made, place, owner.Construction.Bindings))
            ?? new UnknownModule(place, "make it by a factory of torch.nn in the field's initialiser or in the constructor", made.Syntax);
        return module is UnknownModule ? module : Registered(session, owner, field, value, module);
    }

    private static ReadModule Registered(ReadingSession session, NestedModule owner, IFieldSymbol field, FieldValue value, ReadModule module)
    {
        if (!NeedsOwner(session, module) || Registration.IsProved(session, owner.Construction, field, value))
        {
            return module;
        }

        var declaration = session.Declaration(field);
        return Registration.IsMissing(session, owner.Construction)
            ? new UnknownModule(module.Place, $"'{owner.Type.Name}' never calls RegisterComponents(), so it is not trained, saved or put into evaluation mode with the model: call it at the end of the constructor", declaration)
            { Descriptor = Descriptors.NotRegistered }
            : new UnknownModule(module.Place, "that it is registered cannot be seen: set it first, and call RegisterComponents() once at the end of the constructor", declaration);
    }

    // What has no weights and computes the same in training is nobody's.
    private static bool NeedsOwner(ReadingSession session, ReadModule module) => module switch
    {
        LayerModule layer => !layer.IsStateless,
        SequentialModule sequential => sequential.Items.Any(item => NeedsOwner(session, item)),
        ModuleListModule list => list.Items.Any(item => NeedsOwner(session, item)),
        NestedModule nested => nested.Type.GetMembers().OfType<IFieldSymbol>().Any(field => session.Torch.IsModule(field.Type) || session.Torch.HoldsTensor(field.Type))
            || !session.Torch.IsOwn(nested.Type.BaseType),
        _ => false,
    };
}
