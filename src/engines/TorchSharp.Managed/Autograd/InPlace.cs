namespace TorchSharp;

/// <summary>The rules for writing into a tensor that may be part of a graph.</summary>
internal static class InPlace
{
    /// <summary>Refuses targets that must not be written to; call before anything else.</summary>
    internal static void Check(Tensor target)
    {
        TensorImpl impl = target.Impl;
        if (TensorShape.Overlaps(impl.Sizes, impl.Strides))
        {
            throw TorchError.Of("unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.");
        }

        if (!GradMode.IsEnabled || impl.Autograd is not { } autograd)
        {
            return;
        }

        if (autograd is { RequiresGrad: true, IsLeaf: true })
        {
            throw TorchError.Of("a leaf Variable that requires grad is being used in an in-place operation.");
        }

        if (autograd.View?.Base.Autograd is { RequiresGrad: true, IsLeaf: true })
        {
            throw TorchError.Of("a view of a leaf Variable that requires grad is being used in an in-place operation.");
        }
    }

    /// <summary>Refuses to write a result of a wider kind or a larger size; both would lose what was computed.</summary>
    internal static void CheckResult(Tensor target, ReadOnlySpan<long> sizes, ScalarType dtype)
    {
        if (!target.Sizes.SequenceEqual(sizes))
        {
            throw TorchError.Of($"output with shape {TensorShape.Describe(target.Sizes)} doesn't match the broadcast shape {TensorShape.Describe(sizes)}");
        }

        if (Dtype.Category(dtype) > Dtype.Category(target.dtype))
        {
            throw TorchError.Of($"result type {TorchError.DtypeName(dtype)} can't be cast to the desired output type {TorchError.DtypeName(target.dtype)}");
        }
    }

    /// <summary>Counts the write and makes the node, if any, the target's history (and that of the base it is a view of).</summary>
    internal static Tensor Finish(Tensor target, Node? node = null)
    {
        target.Impl.Storage.BumpVersion();
        return node is null ? target : Adopt(target, node);
    }

    /// <summary>Makes a node the history of a target that has been written to and counted.</summary>
    internal static Tensor Adopt(Tensor target, Node node)
    {
        TensorImpl impl = target.Impl;
        AutogradMeta autograd = impl.EnsureAutograd();
        if (autograd.View is { } view)
        {
            view.Base.EnsureAutograd().SetGradFunction(new CopySlices(view.Base, impl, node));
            view.Version = impl.Storage.Version;
            autograd.SetGradFunction(new ViewNode(view.Base, impl));
        }
        else
        {
            autograd.SetGradFunction(node);
        }

        return target;
    }
}
