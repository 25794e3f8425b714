using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>An item of a ModuleList.</summary>
/// <typeparam name="T">The type of the list's items.</typeparam>
/// <param name="list">The list.</param>
/// <param name="index">The item's place, from 0.</param>
internal sealed class ListSlot<T>(ModuleList<T> list, int index) : ModuleSlot
    where T : nn.Module
{
    /// <inheritdoc/>
    internal override nn.Module Layer => list[index];

    /// <inheritdoc/>
    internal override void Put(nn.Module replacement) => list[index] = (T)replacement;
}
