namespace TorchSharp;

/// <summary>Results written into a tensor that the caller gives.</summary>
internal static class Output
{
    /// <summary>Moves a result into the caller's tensor, if there is one.</summary>
    internal static Tensor To(Tensor? target, Tensor result)
    {
        if (target is null)
        {
            return result;
        }

        if (Node.IsNeeded(target) || result.requires_grad)
        {
            throw TorchError.Of("functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.");
        }

        if (result.dtype != target.dtype)
        {
            throw TorchError.Of($"Expected out tensor to have dtype {TorchError.DtypeName(result.dtype)}, but got {TorchError.DtypeName(target.dtype)} instead");
        }

        if (!target.Sizes.SequenceEqual(result.Sizes))
        {
            target.Impl.SetTo(result.Impl);
        }
        else
        {
            Copies.Copy(target, result);
        }

        InPlace.Finish(target);
        result.Dispose();
        return target;
    }
}
