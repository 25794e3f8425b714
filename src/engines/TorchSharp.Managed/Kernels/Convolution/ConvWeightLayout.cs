namespace TorchSharp.Kernels;

/// <summary>
/// How the weights' gradient is kept while it is summed: the output channels of a group in strips of one or two vectors,
/// the weights of a channel rounded up to whole tiles.
/// </summary>
internal readonly record struct ConvWeightLayout(ConvShape Shape, nint VectorWidth, nint TileRows)
{
    private nint Vectors => (Shape.GroupOut + VectorWidth - 1) / VectorWidth;

    /// <summary>Output channels of a group, rounded up to whole vectors.</summary>
    public nint Channels => Vectors * VectorWidth;

    /// <summary>Strips of channels in a group.</summary>
    public nint Strips => (Vectors + 1) / 2;

    /// <summary>Weights of a channel, rounded up to whole tiles.</summary>
    public nint Weights => (Shape.KernelSize + TileRows - 1) / TileRows * TileRows;

    /// <summary>Elements of one group.</summary>
    public nint GroupSize => Channels * Weights;

    /// <summary>Elements of the whole.</summary>
    public nint Size => Shape.Groups * GroupSize;

    public nint FirstChannel(nint strip) => 2 * strip * VectorWidth;

    /// <summary>Channels of a strip: all have two vectors but the last, which may have one.</summary>
    public nint StripWidth(nint strip) => Math.Min(2 * VectorWidth, Channels - FirstChannel(strip));

    /// <summary>Adds up copies of this layout into weights in their own order.</summary>
    public unsafe void Collect<T>(T* copies, nint count, T* target)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        for (nint group = 0; group < Shape.Groups; group++)
        {
            for (nint channel = 0; channel < Shape.GroupOut; channel++)
            {
                nint strip = channel / (2 * VectorWidth), width = StripWidth(strip);
                T* source = copies + (group * GroupSize) + (FirstChannel(strip) * Weights) + channel - FirstChannel(strip);
                for (nint weight = 0; weight < Shape.KernelSize; weight++)
                {
                    T sum = source[weight * width];
                    for (nint copy = 1; copy < count; copy++)
                    {
                        sum += source[(copy * Size) + (weight * width)];
                    }

                    *target++ = sum;
                }
            }
        }
    }
}
