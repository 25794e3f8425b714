using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// Weights packed for the tile kernels: strips of output channels of nearly equal height, for each weight the strip's
/// channels side by side.
/// </summary>
internal readonly unsafe struct ConvWeights<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly T* packed;

    /// <summary>Packs weights, and lists where they read, in memory that is given.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="gradient">Whether input and output channels are exchanged: the gradient's convolution.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="plane">What they read.</param>
    /// <param name="tileRows">The height of a strip at most.</param>
    /// <param name="packed">Room for the weights that read something.</param>
    /// <param name="offsets">Twice the room for one output channel's weights.</param>
    public ConvWeights(in ConvShape shape, bool gradient, T* weights, in ConvPlane plane, nint tileRows, T* packed, nint* offsets)
    {
        Groups = shape.Groups;
        (GroupIn, GroupOut) = gradient ? (shape.GroupOut, shape.GroupIn) : (shape.GroupIn, shape.GroupOut);
        nint kernel = shape.KernelHeight * shape.KernelWidth;
        Strips = (GroupOut + tileRows - 1) / tileRows;
        Offsets = offsets;
        nint* sources = offsets + (GroupIn * kernel);
        Depth = ListTaps(shape, gradient, plane, offsets, sources);
        this.packed = packed;
        nint step = gradient ? kernel : shape.KernelSize;
        for (nint group = 0; group < Groups; group++)
        {
            for (nint strip = 0; strip < Strips; strip++)
            {
                Pack(weights + (group * shape.GroupOut * shape.KernelSize), sources, step, Strip(group, strip), FirstRow(strip), FirstRow(strip + 1));
            }
        }
    }

    public nint Groups { get; }

    /// <summary>Channels of a group that are read.</summary>
    public nint GroupIn { get; }

    /// <summary>Channels of a group that are written.</summary>
    public nint GroupOut { get; }

    /// <summary>Weights of one output channel that read something.</summary>
    public nint Depth { get; }

    public nint Strips { get; }

    /// <summary>Where each weight reads (<see cref="ConvPlane.Tap"/>), channels included.</summary>
    public nint* Offsets { get; }

    public nint FirstRow(nint strip) => strip * GroupOut / Strips;

    public T* Strip(nint group, nint strip) => packed + (((group * GroupOut) + FirstRow(strip)) * Depth);

    /// <summary>Where this packing ends.</summary>
    public T* End => packed + (Groups * GroupOut * Depth);

    /// <summary>Lists where each weight reads, and where in a group's weights that of the first channel written is.</summary>
    private static nint ListTaps(in ConvShape shape, bool gradient, in ConvPlane plane, nint* offsets, nint* sources)
    {
        nint count = 0, kernel = shape.KernelHeight * shape.KernelWidth;
        nint channels = gradient ? shape.GroupOut : shape.GroupIn, channelStep = gradient ? shape.KernelSize : kernel;
        for (nint channel = 0; channel < channels; channel++)
        {
            for (nint place = 0; place < kernel; place++)
            {
                if (plane.Tap(place / shape.KernelWidth, place % shape.KernelWidth, out nint offset))
                {
                    offsets[count] = (channel * plane.Size) + offset;
                    sources[count++] = (channel * channelStep) + place;
                }
            }
        }

        return count;
    }

    private void Pack(T* weights, nint* sources, nint step, T* target, nint first, nint end)
    {
        for (nint p = 0; p < Depth; p++)
        {
            T* source = weights + sources[p];
            for (nint row = first; row < end; row++)
            {
                *target++ = source[row * step];
            }
        }
    }
}
