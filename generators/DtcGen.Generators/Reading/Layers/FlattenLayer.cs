using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary><c>Flatten()</c>.</summary>
internal static class FlattenLayer
{
    public static ReadValue? Recognise(LayerCall call)
    {
        if (call.Module.Type != "Flatten")
        {
            return null;
        }

        return call.Settings("start_dim", "end_dim") is { } settings ? call.Add(OperatorKind.Flatten, settings) : UnreadableValue.Instance;
    }
}
