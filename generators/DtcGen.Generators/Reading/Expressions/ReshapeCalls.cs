using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>x.view(...)</c>, <c>x.reshape(...)</c>.</summary>
internal static class ReshapeCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (TensorCall.Of(reader, operation) is not { Function: "view" or "reshape" } call || call.Argument("shape") is not { } shape)
        {
            return null;
        }

        return reader.ReadTensor(call.Input) is { } input && ArgumentLists.Read(reader, shape) is { } sizes
            ? reader.Session.Graph.Add(OperatorKind.Reshape, reader.Module.Place.Join(call.Function), [input.ToOperand()], sizes)
            : UnreadableValue.Instance;
    }
}
