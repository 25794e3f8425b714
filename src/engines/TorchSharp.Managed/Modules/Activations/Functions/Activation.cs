using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>Applies an <see cref="IActivation{T}"/> to every element of a tensor, differentiably.</summary>
internal static class Activation
{
    /// <summary>The function in the tensor's own precision.</summary>
    /// <param name="input">Any shape, floating point.</param>
    /// <param name="single">The function for float32.</param>
    /// <param name="full">The function for float64.</param>
    /// <param name="name">The name of the recorded operation.</param>
    /// <param name="inplace">True overwrites the input.</param>
    internal static Tensor Apply<TSingle, TFull>(Tensor input, TSingle single, TFull full, string name, bool inplace)
        where TSingle : struct, IActivation<float>
        where TFull : struct, IActivation<double>
    {
        if (inplace)
        {
            return InPlaceForm.Overwrite(input, t => Apply(t, single, full, name, inplace: false));
        }

        return input.dtype switch
        {
            ScalarType.Float32 => Apply<float, TSingle>(input, single, name),
            ScalarType.Float64 => Apply<double, TFull>(input, full, name),
            _ => throw TorchError.Unsupported(name.Replace("Backward0", string.Empty, StringComparison.Ordinal), input.dtype),
        };
    }

    private static unsafe Tensor Apply<T, TFunction>(Tensor input, TFunction function, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFunction : struct, IActivation<T>
    {
        using Scratch scratch = Scratch.Begin();
        Tensor x = Rows.Contiguous(input);
        Tensor y = Tensor.Empty(x.Sizes, x.dtype);
        Kernels.Workers.For((nint)x.numel(), Kernels.ElementKernel.Grain / 8, new ActivationJob<T, TFunction>(function, x.Pointer<T>(), y.Pointer<T>()));
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        return scratch.Keep(Node.IsNeeded(input) ? new ActivationNode<T, TFunction>(name, input, x, function).Record(y) : y);
    }
}
