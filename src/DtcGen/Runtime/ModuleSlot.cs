using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>
/// Where a layer sits, so that another can take its place: a field of a module, or an item of a Sequential. Called by
/// generated code, for layers that do not let their sizes be changed.
/// </summary>
/// <typeparam name="T">The type of the layer.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModuleSlot<T>
    where T : nn.Module
{
    /// <summary>The layer that is there now.</summary>
    public abstract T Layer { get; }

    /// <summary>
    /// Puts another layer there, under the same name and in the same order. The old one is not disposed.
    /// </summary>
    /// <param name="replacement">The layer that takes the place.</param>
    public abstract void Put(T replacement);
}
