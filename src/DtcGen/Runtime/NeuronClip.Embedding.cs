using TorchSharp.Modules;

namespace DtcGen.Runtime;

public sealed partial class NeuronClip
{
    /// <summary>Cuts the features of an embedding that are the leaving neurons.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="layer">The embedding that produces the group's neurons.</param>
    /// <param name="layout">How the neurons lie among its features; null when they are its features.</param>
    /// <exception cref="InvalidOperationException">The layer's size does not fit the group's.</exception>
    public void Outputs(string name, Embedding layer, NeuronLayout? layout = null)
    {
        ArgumentNullException.ThrowIfNull(layer);

        Cut(name, new EmbeddingCut($"{name}.weight", layer), 1, layout);
    }
}
