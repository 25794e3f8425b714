using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary>Poolings as layers.</summary>
internal static class PoolingLayer
{
    public static ReadValue? Recognise(LayerCall call)
    {
        if (Pooling.ByLayer(call.Module.Type) is not { } pooling)
        {
            return null;
        }

        return call.Settings(pooling.Settings) is null
            ? UnreadableValue.Instance
            : call.Add(
                pooling.Kind, pooling.Settings.Select(setting => pooling.Argument(call.Module.Settings[setting])).ToImmutableArray());
    }
}
