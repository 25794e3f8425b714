using System.Collections.Immutable;
using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>torch.cat([a, b], 1)</c>, <c>torch.concat(...)</c>.</summary>
internal static class ConcatenationCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is not IInvocationOperation
            {
                TargetMethod: { IsStatic: true } method, Arguments: [var tensors, var dimension]
            }
            || TorchFunctions.Find(method.Name) is not { Kind: OperatorKind.Cat }
            || !TorchSymbols.Is(method.ContainingType, reader.Session.Torch.Torch))
        {
            return null;
        }

        var read = reader.Read(tensors.Value);
        if (read is UnreadableValue)
        {
            return read;
        }

        if (read is not SequenceValue { Items: var items } || items.Length == 0 || reader.ReadArgument(dimension.Value) is not { } dim)
        {
            return reader.Unreadable(tensors.Value, "the tensors to concatenate, one by one");
        }

        if (items.Any(static item => item is UnreadableValue))
        {
            return UnreadableValue.Instance;
        }

        return items.All(static item => item is TensorValue)
            ? reader.Session.Graph.Add(
                OperatorKind.Cat,
                reader.Module.Place.Join("cat"),
                [.. items.Cast<TensorValue>().Select(static item => item.ToOperand())],
                [dim])
            : reader.Unreadable(tensors.Value, "the tensors to concatenate, one by one");
    }
}
