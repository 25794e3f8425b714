using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary><c>Linear(784, 512)</c>.</summary>
internal static class LinearLayer
{
    public static ReadValue? Recognise(LayerCall call)
        => call.Module.Type == "Linear"
            ? call.AddWeighted(OperatorKind.Linear, call.Describe(LayerKind.Linear, "inputSize", "outputSize"))
            : null;
}
