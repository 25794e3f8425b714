using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>softmax</c> and <c>log_softmax</c> in their functional spellings.</summary>
internal static class SoftmaxCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (TensorCall.Of(reader, operation) is not { Function: "softmax" or "log_softmax" } call
            || call.Argument("dim") is not { } dimension)
        {
            return null;
        }

        if (!call.IsAbsent("dtype"))
        {
            return reader.Unreadable(call.Argument("dtype")!, "softmax without a change of type");
        }

        var kind = call.Function == "softmax" ? OperatorKind.Softmax : OperatorKind.LogSoftmax;
        return reader.ReadTensor(call.Input) is { } input && reader.ReadArgument(dimension) is { } dim
            ? reader.Session.Graph.Add(kind, reader.Module.Place.Join(call.Function), [input.ToOperand()], [dim])
            : UnreadableValue.Instance;
    }
}
