using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary>Activations as layers: <c>ReLU()</c>, <c>LeakyReLU(0.1)</c>.</summary>
internal static class ActivationLayer
{
    public static ReadValue? Recognise(LayerCall call)
    {
        if (Activation.ByLayer(call.Module.Type) is not { } activation)
        {
            return null;
        }

        return call.Settings(activation.Settings) is { } settings ? call.Add(activation.Kind, settings) : UnreadableValue.Instance;
    }
}
