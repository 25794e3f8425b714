namespace TorchSharp.Modules;

/// <summary>In-place forms of operations that have a kernel only for the ordinary form.</summary>
internal static class InPlaceForm
{
    /// <summary>
    /// Replaces a tensor's values by a function of them. The function works on a copy, so that what it keeps for
    /// backward is not overwritten. The result is another handle to the target, to be disposed on its own.
    /// </summary>
    internal static Tensor Overwrite(Tensor target, Func<Tensor, Tensor> function)
    {
        InPlace.Check(target);
        using Scratch scratch = Scratch.Begin();
        Tensor result = function(Node.IsNeeded(target) ? target.clone() : target);
        InPlace.CheckResult(target, result.Sizes, result.dtype);
        Node? node = result.Impl.Autograd?.GradFunction;
        using (torch.no_grad())
        {
            target.Plain().copy_(result);
        }

        return scratch.Keep(InPlace.Finish(target, node).alias());
    }
}
