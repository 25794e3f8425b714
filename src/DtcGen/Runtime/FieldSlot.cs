using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>A module's field that holds a layer.</summary>
/// <typeparam name="T">The type that the field is declared to have.</typeparam>
/// <param name="owner">The module that has the field.</param>
/// <param name="name">The name under which the layer is registered.</param>
/// <param name="reference">The field.</param>
internal sealed class FieldSlot<T>(nn.Module owner, string name, FieldReference<T> reference) : ModuleSlot
    where T : class?
{
    /// <inheritdoc/>
    internal override nn.Module Layer => (nn.Module)(object)reference()!;

    /// <inheritdoc/>
    internal override void Put(nn.Module replacement)
    {
        // Modules register at the end, so whatever comes later is registered anew behind the replacement.
        var children = owner.named_children().ToArray();
        var place = Array.FindIndex(children, child => child.name == name);
        if (place < 0)
        {
            throw new InvalidOperationException($"'{owner.GetName()}' has not registered '{name}': call RegisterComponents at the end of its constructor.");
        }

        foreach (var (child, _) in children[place..])
        {
            owner.register_module(child, null!);
        }

        reference() = (T)(object)replacement;
        owner.register_module(name, replacement);
        foreach (var (child, module) in children[(place + 1)..])
        {
            owner.register_module(child, module);
        }
    }
}
