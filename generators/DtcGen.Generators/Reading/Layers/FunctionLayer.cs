using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary>Layers that are a function of <see cref="Functions.TorchFunctions"/>: <c>LeakyReLU(0.1)</c>, <c>MaxPool2d(2)</c>.</summary>
internal static class FunctionLayer
{
    public static ReadValue? Recognise(LayerCall call)
        => call.Module.Function is not { } function ? null
            : function.Kind == OperatorKind.Identity ? call.Reader.Session.Graph.AddSame(call.Input)
            : call.Settings(function.Settings) is { } settings ? call.Add(function.Kind, settings)
            : UnreadableValue.Instance;
}
