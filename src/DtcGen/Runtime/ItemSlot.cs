using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>An item of a Sequential.</summary>
/// <param name="container">Where the Sequential sits.</param>
/// <param name="index">The item's place, from 0.</param>
internal sealed class ItemSlot(ModuleSlot container, int index) : ModuleSlot
{
    /// <inheritdoc/>
    internal override nn.Module Layer => (nn.Module)((Sequential)container.Layer)[index];

    /// <inheritdoc/>
    internal override void Put(nn.Module replacement)
    {
        // A Sequential cannot replace an item, so one with the same items but this takes its place.
        var old = (Sequential)container.Layer;
        var fresh = nn.Sequential();
        var place = 0;
        foreach (var (name, module) in old.named_children())
        {
            fresh.append(name, (nn.IModule<Tensor, Tensor>)(place++ == index ? replacement : module));
        }

        fresh.train(old.training);
        container.Put(fresh);
    }
}
