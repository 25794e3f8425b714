using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>
/// What gives back the value that it is given: <c>x.contiguous()</c>, and the functional forms of dropout, which relate no neurons and
/// vanish in evaluation mode.
/// </summary>
internal static class VanishingCalls
{
    public static ReadValue Read(ForwardReader reader, TensorCall call, TorchFunction function)
    {
        if (function.Settings.Length > 0)
        {
            // How many are dropped does not matter where none are.
            call.Argument("p");
            if (call.Argument("training") is not { } training || !reader.TryConstant(training, out var drops) || drops is not false)
            {
                return reader.Unreadable(
                    call.Call, "dropout that stops in evaluation mode: pass 'training' as its argument 'training'");
            }
        }

        return reader.ReadTensor(call.Input) is { } input ? reader.Session.Graph.AddSame(input) : UnreadableValue.Instance;
    }
}
