using System.ComponentModel;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>
/// Where a layer sits, so that another can take its place: a field of a module, or an item of a Sequential or a
/// ModuleList. Called by generated code, for layers that do not let their sizes be changed.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModuleSlot
{
    private protected ModuleSlot()
    {
    }

    /// <summary>The layer that is there now.</summary>
    internal abstract nn.Module Layer { get; }

    /// <summary>A module's field.</summary>
    /// <typeparam name="T">The type that the field is declared to have.</typeparam>
    /// <param name="owner">The module that has the field.</param>
    /// <param name="name">The name under which the layer is registered.</param>
    /// <param name="reference">The field.</param>
    public static ModuleSlot Field<T>(nn.Module owner, string name, FieldReference<T> reference)
        where T : class?
        => new FieldSlot<T>(owner, name, reference);

    /// <summary>An item of a ModuleList.</summary>
    /// <typeparam name="T">The type of the list's items.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="index">The item's place, from 0.</param>
    public static ModuleSlot Item<T>(ModuleList<T> list, int index)
        where T : nn.Module
        => new ListSlot<T>(list, index);

    /// <summary>An item of the Sequential that sits here.</summary>
    /// <param name="index">The item's place, from 0.</param>
    public ModuleSlot Item(int index) => new ItemSlot(this, index);

    /// <summary>Puts another layer there, under the same name and in the same order. The old one is not disposed.</summary>
    /// <param name="replacement">The layer that takes the place.</param>
    internal abstract void Put(nn.Module replacement);
}
