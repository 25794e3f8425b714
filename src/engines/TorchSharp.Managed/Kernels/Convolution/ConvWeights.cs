using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// Weights packed for the tile kernels: strips of output channels of nearly equal height, for each weight the strip's
/// channels side by side. Lives in the scratch memory of the thread that made it.
/// </summary>
internal readonly unsafe struct ConvWeights<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly T* packed;
    private readonly T* zeros;

    private ConvWeights(in ConvShape shape, bool gradient, T* weights, in ConvPlane plane, nint tileRows)
    {
        Groups = shape.Groups;
        (GroupIn, GroupOut) = gradient ? (shape.GroupOut, shape.GroupIn) : (shape.GroupIn, shape.GroupOut);
        InPlaneSize = gradient ? shape.OutHeight * shape.OutWidth : shape.Height * shape.Width;
        nint kernel = shape.KernelHeight * shape.KernelWidth;
        Depth = GroupIn * kernel;
        Strips = (GroupOut + tileRows - 1) / tileRows;
        packed = Scratch.Get<T>(ScratchUse.ConvolutionWeights, (Groups * GroupOut * Depth) + GroupOut);
        zeros = packed + (Groups * GroupOut * Depth);
        new Span<T>(zeros, (int)GroupOut).Clear();
        Offsets = Scratch.Get<nint>(ScratchUse.ConvolutionOffsets, Depth);
        plane.Offsets(GroupIn, Offsets);
        for (nint group = 0; group < Groups; group++)
        {
            for (nint strip = 0; strip < Strips; strip++)
            {
                Pack(shape, gradient, weights, group, strip, kernel);
            }
        }
    }

    public nint Groups { get; }

    /// <summary>Channels of a group that are read.</summary>
    public nint GroupIn { get; }

    /// <summary>Channels of a group that are written.</summary>
    public nint GroupOut { get; }

    /// <summary>Elements of a plane that is read, before it is laid out.</summary>
    public nint InPlaneSize { get; }

    /// <summary>Weights of one output channel.</summary>
    public nint Depth { get; }

    public nint Strips { get; }

    /// <summary>Where each weight reads (<see cref="ConvPlane.Offsets"/>).</summary>
    public nint* Offsets { get; }

    /// <summary>The weights of a convolution.</summary>
    public static ConvWeights<T> Straight(in ConvShape shape, T* weights, in ConvPlane plane, nint tileRows) => new(shape, false, weights, plane, tileRows);

    /// <summary>The weights with channels exchanged and the kernel turned by half a turn: the gradient's convolution.</summary>
    public static ConvWeights<T> Turned(in ConvShape shape, T* weights, in ConvPlane plane, nint tileRows) => new(shape, true, weights, plane, tileRows);

    public nint FirstRow(nint strip) => strip * GroupOut / Strips;

    public T* Strip(nint group, nint strip) => packed + (((group * GroupOut) + FirstRow(strip)) * Depth);

    /// <summary>The bias of a strip's channels: zeros when there is none.</summary>
    public T* Bias(T* bias, nint group, nint row) => bias == null ? zeros + row : bias + (group * GroupOut) + row;

    private void Pack(in ConvShape shape, bool gradient, T* weights, nint group, nint strip, nint kernel)
    {
        nint first = FirstRow(strip), rows = FirstRow(strip + 1) - first;
        T* target = Strip(group, strip);
        for (nint p = 0; p < Depth; p++)
        {
            nint channel = p / kernel, place = p % kernel;
            for (nint row = first; row < first + rows; row++)
            {
                *target++ = gradient
                    ? weights[((((group * shape.GroupOut) + channel) * shape.GroupIn) + row) * kernel + (kernel - 1 - place)]
                    : weights[(((group * shape.GroupOut) + row) * Depth) + p];
            }
        }
    }
}
