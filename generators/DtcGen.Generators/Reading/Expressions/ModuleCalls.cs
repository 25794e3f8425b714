using System.Collections.Immutable;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Layers;
using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>layer.call(x)</c> and <c>layer.forward(x)</c>.</summary>
internal static class ModuleCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod.Name: "call" or "forward", Instance: { } instance } call
            || instance is IInstanceReferenceOperation
            || !reader.Session.Torch.IsModule(instance.Type))
        {
            return null;
        }

        var receiver = reader.Read(instance);
        var arguments = call.Arguments
            .OrderBy(static argument => argument.Parameter?.Ordinal)
            .Select(argument => reader.Read(argument.Value))
            .ToImmutableArray();
        if (receiver is UnreadableValue || arguments.Any(static argument => argument is UnreadableValue))
        {
            return UnreadableValue.Instance;
        }

        return receiver is ModuleValue { Module: var module }
            ? Apply(reader, module, arguments, call)
            : reader.Unreadable(instance, "a layer that a field of this class holds");
    }

    /// <summary>Calls a module that has been read.</summary>
    public static ReadValue Apply(ForwardReader reader, ReadModule module, ImmutableArray<ReadValue> arguments, IOperation at)
    {
        switch (module)
        {
            case SequentialModule sequential:
                return sequential.Items.Aggregate(arguments[0], (value, item) => value is UnreadableValue ? value : Apply(reader, item, [value], at));
            case NestedModule nested when ForwardMethod.Find(nested.Type, reader.Session.Torch) is { } forward:
                return new ForwardReader(reader.Session, FieldConstants.Bind(reader.Session, nested)).ReadMethod(forward, arguments, at);
            case NestedModule nested:
                return reader.Session.Report(Descriptors.UnknownLayer, at, nested.Place.Name, $"'{nested.Type.Name}' has no forward whose source is in this project");
            case AbsentModule absent:
                return reader.Session.Report(Descriptors.UnknownLayer, at, absent.Place.Name, "the field is null here");
            case UnknownModule unknown:
                return reader.Session.Report(Descriptors.UnknownLayer, at, unknown.Place.Name, unknown.Why);
            case LayerModule layer when arguments is [TensorValue input]:
                return LayerTable.Apply(new LayerCall(reader, layer, input, at));
            default:
                return reader.Unreadable(at, $"'{module.Place.Name}' to be called with one tensor");
        }
    }
}
