using System.ComponentModel;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>An item of a ModuleList.</summary>
/// <typeparam name="T">The type of the layer.</typeparam>
/// <typeparam name="TItem">The type of the list's items.</typeparam>
/// <param name="list">The list.</param>
/// <param name="index">The item's place, from 0.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListSlot<T, TItem>(ModuleList<TItem> list, int index) : ModuleSlot<T>
    where T : TItem
    where TItem : nn.Module
{
    /// <inheritdoc/>
    public override T Layer => (T)list[index];

    /// <inheritdoc/>
    public override void Put(T replacement) => list[index] = replacement;
}
