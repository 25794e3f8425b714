using System.ComponentModel;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>An item of a Sequential.</summary>
/// <typeparam name="T">The type of the layer.</typeparam>
/// <param name="container">Where the Sequential sits.</param>
/// <param name="index">The item's place, from 0.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ItemSlot<T>(ModuleSlot<Sequential> container, int index) : ModuleSlot<T>
    where T : nn.Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    public override T Layer => (T)container.Layer[index];

    /// <inheritdoc/>
    public override void Put(T replacement)
    {
        // A Sequential cannot replace an item, so one with the same items but this takes its place.
        var old = container.Layer;
        var fresh = nn.Sequential();
        var place = 0;
        foreach (var (name, module) in old.named_children())
        {
            fresh.append(name, place++ == index ? replacement : (nn.IModule<Tensor, Tensor>)module);
        }

        fresh.train(old.training);
        container.Put(fresh);
    }
}
