namespace TorchSharp;

/// <summary>
/// A value that a node keeps for backward: a window on a storage, with the storage's version at the time. It holds
/// no part of the graph, so saving an operation's own result makes no cycle.
/// </summary>
internal sealed class SavedTensor
{
    private readonly Node node;
    private readonly int version;
    private readonly long[] sizes;
    private readonly long[] strides;
    private readonly long offset;
    private readonly ScalarType dtype;
    private Storage? storage;

    internal SavedTensor(Node node, Tensor tensor, SavedTensor? next)
    {
        TensorImpl impl = tensor.Impl;
        this.node = node;
        Next = next;
        storage = impl.Storage.AddReference();
        version = storage.Version;
        sizes = impl.Sizes;
        strides = impl.Strides;
        offset = impl.Offset;
        dtype = impl.Dtype;
    }

    /// <summary>The next value saved by the same node.</summary>
    internal SavedTensor? Next { get; }

    /// <summary>The saved value as a new tensor outside the graph.</summary>
    /// <exception cref="ExternalException">The value was released by an earlier backward or changed in place.</exception>
    internal Tensor Value => new(new TensorImpl(Check().AddReference(), sizes, strides, offset, dtype));

    /// <summary>Refuses a value that was released by an earlier backward or changed in place.</summary>
    internal Storage Check()
    {
        if (storage is not { } live)
        {
            throw TorchError.Of("Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). "
                + $"The values that {node.Name} needs were freed by the first backward(): pass retain_graph: true to that call.");
        }

        if (live.Version != version)
        {
            throw TorchError.Of("one of the variables needed for gradient computation has been modified by an inplace operation: "
                + $"[CPU{TorchError.DtypeName(dtype)}Type {TensorShape.Describe(sizes)}], which {node.Name} needs, is at version {live.Version}; expected version {version} instead.");
        }

        return live;
    }

    internal void Release()
    {
        storage?.Release();
        storage = null;
    }
}
