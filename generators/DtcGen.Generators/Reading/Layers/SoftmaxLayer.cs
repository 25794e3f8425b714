using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary><c>Softmax(1)</c>, <c>LogSoftmax(1)</c>.</summary>
internal static class SoftmaxLayer
{
    public static ReadValue? Recognise(LayerCall call)
    {
        OperatorKind? kind = call.Module.Type switch
        {
            "Softmax" => OperatorKind.Softmax,
            "LogSoftmax" => OperatorKind.LogSoftmax,
            _ => null,
        };
        if (kind is null)
        {
            return null;
        }

        return call.Settings("dim") is { } settings ? call.Add(kind.Value, settings) : UnreadableValue.Instance;
    }
}
