using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Dropout's functional forms. It relates no neurons and vanishes in evaluation mode, so the value stays what it was.</summary>
internal static class DropoutCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (TensorCall.Of(reader, operation) is not { Function: "dropout" or "dropout1d" or "dropout2d" } call)
        {
            return null;
        }

        // How many are dropped does not matter where none are.
        call.Argument("p");
        if (call.Argument("training") is not { } training || !reader.TryConstant(training, out var drops) || drops is not false)
        {
            return reader.Unreadable(operation, "dropout that stops in evaluation mode: pass 'training' as its argument 'training'");
        }

        return reader.ReadTensor(call.Input) is { } input ? reader.Session.Graph.AddSame(input) : UnreadableValue.Instance;
    }
}
