using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary><c>PReLU(channels)</c>: an activation with learnt slopes.</summary>
internal static class SlopesLayer
{
    public static ReadValue? Recognise(LayerCall call)
        => call.Module.Type == "PReLU"
            ? call.AddWeighted(OperatorKind.PRelu, call.Describe(LayerKind.PReLU, "num_parameters", "num_parameters"))
            : null;
}
