namespace TorchSharp;

/// <summary>What <c>to</c> does: casts, and checks of devices.</summary>
internal static class Moving
{
    internal static Tensor To(Tensor x, ScalarType dtype, bool copy, bool disposeAfter) =>
        Finish(x, Casts.To(x, dtype, copy), disposeAfter);

    internal static Tensor To(Tensor x, Device device, bool copy, bool disposeAfter)
    {
        torch.Available(device);
        return Finish(x, copy ? Copies.Clone(x) : x.alias(), disposeAfter);
    }

    private static Tensor Finish(Tensor x, Tensor result, bool disposeAfter)
    {
        if (disposeAfter)
        {
            x.Dispose();
        }

        return result;
    }
}
