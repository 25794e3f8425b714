namespace TorchSharp.Modules;

/// <summary>Direct access to what backward has left on parameters, without a tensor handle per look.</summary>
internal static class Gradients
{
    /// <summary>The gradient's storage window, or null.</summary>
    internal static TensorImpl? Of(Tensor parameter) => parameter.Impl.Autograd?.Grad;

    /// <summary>Drops a gradient or fills it with zeros.</summary>
    internal static unsafe void Clear(Tensor parameter, bool drop)
    {
        if (Of(parameter) is not { } gradient)
        {
            return;
        }

        if (drop)
        {
            parameter.Impl.Autograd!.SetGrad(null);
        }
        else if (gradient.IsContiguous)
        {
            NativeMemory.Clear(gradient.Data, (nuint)(gradient.Count * Dtype.Size(gradient.Dtype)));
            gradient.Storage.BumpVersion();
        }
        else
        {
            using IDisposable _ = torch.no_grad();
            using Tensor handle = parameter.grad!;
            handle.zero_();
        }
    }
}
