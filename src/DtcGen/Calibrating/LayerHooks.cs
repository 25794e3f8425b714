using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>Looks at what layers take and make.</summary>
internal static class LayerHooks
{
    /// <summary>Does something, and is told of each call of some layers meanwhile.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="seen">Told the layer, what it took and what it made.</param>
    /// <param name="work">What is done.</param>
    public static void During(
        IEnumerable<nn.Module<Tensor, Tensor>> layers, Action<nn.Module<Tensor, Tensor>, Tensor, Tensor> seen, Action work)
    {
        var remove = new List<Action>();
        try
        {
            foreach (var layer in layers)
            {
                remove.Add(layer.register_forward_hook((_, input, output) =>
                {
                    seen(layer, input, output);
                    return output;
                }).remove);
            }

            work();
        }
        finally
        {
            remove.ForEach(static hook => hook());
        }
    }
}
