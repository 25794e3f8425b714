using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary>Layers that relate no neurons and vanish in evaluation mode: dropout and identity.</summary>
internal static class PassingLayer
{
    public static ReadValue? Recognise(LayerCall call)
        => call.Module.Type is "Dropout" or "Dropout1d" or "Dropout2d" or "Identity" ? call.Reader.Session.Graph.AddSame(call.Input) : null;
}
