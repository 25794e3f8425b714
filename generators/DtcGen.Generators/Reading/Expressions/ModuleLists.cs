using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>blocks[0]</c>, for a ModuleList or a Sequential.</summary>
internal static class ModuleLists
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is not IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments: [var index] }
            || !reader.Session.Torch.IsModule(instance.Type))
        {
            return null;
        }

        var container = reader.Read(instance);
        if (container is ModuleValue { Module: UnknownModule unknown })
        {
            return reader.Session.Report(unknown, instance);
        }

        var items = container switch
        {
            ModuleValue { Module: ModuleListModule list } => list.Items,
            ModuleValue { Module: SequentialModule sequential } => sequential.Items,
            _ => default,
        };
        if (items.IsDefault)
        {
            return null;
        }

        return reader.TryConstant(index.Value, out var number) && Constants.ToInteger(number) is { } place && place >= 0
            && place < items.Length
            ? new ModuleValue(items[(int)place])
            : reader.Unreadable(index.Value, $"an index from 0 to {items.Length - 1} that is known at compile time");
    }
}
