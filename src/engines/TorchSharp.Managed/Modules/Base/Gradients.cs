namespace TorchSharp.Modules;

/// <summary>Direct access to what backward has left on parameters, without a tensor handle per look.</summary>
internal static class Gradients
{
    /// <summary>The gradient's storage window, or null.</summary>
    internal static TensorImpl? Of(Tensor parameter) => parameter.Impl.Autograd?.Grad;

    /// <summary>Drops a gradient or fills it with zeros.</summary>
    internal static void Clear(Tensor parameter, bool drop)
    {
        if (drop)
        {
            parameter.Impl.Autograd?.SetGrad(null);
        }
        else
        {
            parameter.Impl.Autograd?.ClearGrad();
        }
    }
}
