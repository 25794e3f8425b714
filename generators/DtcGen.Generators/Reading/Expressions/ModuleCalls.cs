using System.Collections.Immutable;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Layers;
using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Proof;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>layer.call(x)</c> and <c>layer.forward(x)</c>.</summary>
internal static class ModuleCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: "call" or "forward" } method, Instance: { } instance } call
            || instance is IInstanceReferenceOperation
            || !reader.Session.Torch.IsModule(instance.Type))
        {
            return null;
        }

        var receiver = reader.Read(instance);
        var arguments = Arguments(reader, call);
        if (receiver is UnreadableValue || arguments.Any(static argument => argument is UnreadableValue))
        {
            return UnreadableValue.Instance;
        }

        return receiver is not ModuleValue { Module: var module } ? reader.Unreadable(instance, "a layer that a field of this class holds")
            : reader.Session.Torch.IsOwn(method.ContainingType) ? Apply(reader, module, arguments, call)
            : module is NestedModule nested ? Run(reader, nested, Symbols.MostDerived(nested.Type, method), arguments, call)
            : reader.Unreadable(operation, "a layer called by TorchSharp's own 'call' or 'forward'");
    }

    /// <summary>What a call is given, by parameter, read in the order in which it is evaluated.</summary>
    public static ImmutableArray<ReadValue> Arguments(ForwardReader reader, IInvocationOperation call)
    {
        var read = call.Arguments.ToDictionary(static argument => argument, argument => reader.Read(argument.Value));
        return [.. call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal ?? -1).Select(argument => read[argument])];
    }

    /// <summary>Calls a module that has been read, as TorchSharp's <c>call</c> does.</summary>
    public static ReadValue Apply(ForwardReader reader, ReadModule module, ImmutableArray<ReadValue> arguments, IOperation at)
    {
        switch (module)
        {
            case SequentialModule sequential when arguments.Length == 1:
                return sequential.Items.Aggregate(
                    arguments[0], (value, item) => value is UnreadableValue ? value : Apply(reader, item, [value], at));
            case NestedModule nested when ForwardMethod.Find(nested.Type, reader.Session.Torch) is { } forward:
                return Run(reader, nested, forward, arguments, at);
            case NestedModule nested:
                return reader.Session.Report(
                    Descriptors.UnknownLayer,
                    at,
                    nested.Place.Name,
                    $"'{nested.Type.Name}' has no forward whose source is in this project");
            case AbsentModule absent:
                return reader.Session.Report(Descriptors.UnknownLayer, at, absent.Place.Name, "the field is null here");
            case UnknownModule unknown:
                return reader.Session.Report(unknown, at);
            case LayerModule layer when arguments is [TensorValue input]:
                return LayerTable.Apply(new LayerCall(reader, layer, input, at));
            case LayerModule layer when !LayerTable.Knows(layer):
                return LayerTable.Unread(reader, layer, at);
            default:
                return reader.Unreadable(at, $"'{module.Place.Name}' to be called with one tensor");
        }
    }

    private static ReadValue Run(
        ForwardReader reader, NestedModule nested, IMethodSymbol method, ImmutableArray<ReadValue> arguments, IOperation at)
        => new ForwardReader(reader.Session, FieldConstants.Bind(reader.Session, nested)).ReadMethod(method, arguments, at);
}
