using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>A module's field that holds a layer.</summary>
/// <typeparam name="T">The type of the layer.</typeparam>
/// <typeparam name="TField">The type that the field is declared to have.</typeparam>
/// <param name="owner">The module that has the field.</param>
/// <param name="name">The name under which the layer is registered.</param>
/// <param name="reference">The field.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FieldSlot<T, TField>(nn.Module owner, string name, FieldReference<TField> reference) : ModuleSlot<T>
    where T : nn.Module
    where TField : class
{
    /// <inheritdoc/>
    public override T Layer => (T)(object)reference();

    /// <inheritdoc/>
    public override void Put(T replacement)
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

        reference() = (TField)(object)replacement;
        owner.register_module(name, replacement);
        foreach (var (child, module) in children[(place + 1)..])
        {
            owner.register_module(child, module);
        }
    }
}
