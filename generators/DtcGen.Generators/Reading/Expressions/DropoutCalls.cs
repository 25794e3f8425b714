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

        return call.Argument("training") is { } training && training.ConstantValue is { HasValue: true, Value: true }
            ? reader.Unreadable(operation, "dropout that stops in evaluation mode: pass 'training' as its argument 'training'")
            : reader.Read(call.Input);
    }
}
