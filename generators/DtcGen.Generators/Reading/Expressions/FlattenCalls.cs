using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>flatten(x, 1)</c>, <c>x.flatten(1)</c>.</summary>
internal static class FlattenCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (TensorCall.Of(reader, operation) is not { Function: "flatten" } call
            || call.Argument("start_dim") is not { } start
            || call.Argument("end_dim") is not { } end)
        {
            return null;
        }

        return reader.ReadTensor(call.Input) is { } input && reader.ReadArgument(start) is { } first && reader.ReadArgument(end) is { } last
            ? reader.Session.Graph.Add(OperatorKind.Flatten, reader.Module.Place.Join("flatten"), [input.ToOperand()], [first, last])
            : UnreadableValue.Instance;
    }
}
