using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Fields of the module that is read, or of a block inside it, that hold modules; and the model's own that hold numbers or tensors.</summary>
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
            return reader.Module.Place == ModulePlace.Root && reader.Session.IsAccessible(field)
                ? reader.Session.Graph.Add(OperatorKind.Parameter, field.Name, [], [new Argument(field.Name, null)])
                : reader.Unreadable(operation, "a parameter or buffer of the model's own class: make it there and pass it to the block");
        }

        return instance is IInstanceReferenceOperation && !reader.TryConstant(operation, out _) && reader.Module.Place == ModulePlace.Root && IsScalar(field.Type)
            ? new ScalarValue(null, false, CSharpText.Identifier(field.Name))
            : null;
    }

    private static NestedModule? Owner(ForwardReader reader, IOperation? instance) => instance switch
    {
        IInstanceReferenceOperation => reader.Module,
        null => null,
        _ => reader.Read(instance) is ModuleValue { Module: NestedModule block } ? block : null,
    };

    private static bool IsScalar(ITypeSymbol type)
        => type.SpecialType is SpecialType.System_Boolean
            or SpecialType.System_Int32
            or SpecialType.System_Int64
            or SpecialType.System_Single
            or SpecialType.System_Double;
}
