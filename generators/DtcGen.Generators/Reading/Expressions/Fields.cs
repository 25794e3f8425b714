using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Proof;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>
/// Fields of the module that is read, or of a block inside it, that hold modules; and the model's own that hold numbers
/// or tensors.
/// </summary>
internal static class Fields
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is not IFieldReferenceOperation { Field: var field, Instance: var instance, ConstantValue.HasValue: false })
        {
            return null;
        }

        if (reader.Session.Torch.IsModule(field.Type) && Owner(reader, instance) is { } owner)
        {
            return new ModuleValue(FieldModules.Read(reader.Session, owner, field));
        }

        if (reader.Session.Torch.HoldsTensor(field.Type) && instance is IInstanceReferenceOperation)
        {
            return reader.Module.Place == ModulePlace.Root && IsNamedAlone(reader, field)
                && WeightFields.IsKnown(reader.Session, reader.Module.Construction, field)
                ? reader.Session.Graph.Add(OperatorKind.Parameter, field.Name, [], [new Argument(field.Name, null)])
                : reader.Unreadable(
                    operation, "a parameter or buffer of the model's own class, made in one place there: a block is passed it");
        }

        return instance is IInstanceReferenceOperation && !reader.TryConstant(operation, out _) && reader.Module.Place == ModulePlace.Root
            && IsNamedAlone(reader, field) && IsScalar(field.Type)
            ? new ScalarValue(null, false, CSharpText.Identifier(field.Name))
            : null;
    }

    private static NestedModule? Owner(ForwardReader reader, IOperation? instance) => instance switch
    {
        IInstanceReferenceOperation => reader.Module,
        null => null,
        _ => reader.Read(instance) is ModuleValue { Module: NestedModule block } ? block : null,
    };

    // Generated code in the model's class names it, and means no other member of that name.
    private static bool IsNamedAlone(ForwardReader reader, IFieldSymbol field)
    {
        for (var type = reader.Module.Type; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(field.Name).Any(member => SymbolEqualityComparer.Default.Equals(member, field)))
            {
                return reader.Session.IsAccessible(field);
            }

            if (type.GetMembers(field.Name).Any())
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsScalar(ITypeSymbol type)
        => type.SpecialType is SpecialType.System_Boolean
            or SpecialType.System_Int32
            or SpecialType.System_Int64
            or SpecialType.System_Single
            or SpecialType.System_Double;
}
