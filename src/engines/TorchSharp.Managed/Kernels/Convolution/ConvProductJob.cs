using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// A convolution of a range of images, each group of channels by itself: the image is laid out in this thread's memory,
/// then every tile of the output is computed from it. Serves the forward pass and, with turned weights, the input's
/// gradient.
/// </summary>
internal readonly unsafe struct ConvProductJob<TOps, TVector, T>(ConvPlane plane, ConvWeights<T> weights, T* source, T* bias, T* target) : IRangeJob
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    private const int LargestTile = 12 * 16;

    public void Run(nint from, nint to)
    {
        nint inSize = weights.InPlaneSize * weights.GroupIn;
        nint outPlane = plane.OutHeight * plane.OutWidth;
        T* image = Scratch.Get<T>(ScratchUse.ConvolutionImage, plane.Size * weights.GroupIn);
        for (nint index = from; index < to; index++)
        {
            nint group = index % weights.Groups;
            plane.Fill(source + (index * inSize), weights.GroupIn, image);
            T* output = target + (index * outPlane * weights.GroupOut);
            for (nint strip = 0; strip < weights.Strips; strip++)
            {
                nint row = weights.FirstRow(strip);
                nint rows = weights.FirstRow(strip + 1) - row;
                Strip(weights.Strip(group, strip), rows, weights.Bias(bias, group, row), image, output + (row * outPlane), outPlane);
            }
        }
    }

    private void Strip(T* strip, nint rows, T* bias, T* image, T* output, nint outPlane)
    {
        var two = ConvTiles<TOps, TVector, T>.Get(rows, true);
        nint blocks = plane.Blocks;
        nint count = plane.OutHeight * blocks;
        bool exact = plane.OutWidth == blocks * TOps.Width;
        nint row = 0, block = 0;
        for (nint index = 0; index < count; index += 2)
        {
            T* x = image + (row * plane.OutRowStep) + (block * TOps.Width);
            nint at = (row * plane.OutWidth) + (block * TOps.Width);
            nint lanes = exact ? TOps.Width : Math.Min(TOps.Width, plane.OutWidth - (block * TOps.Width));
            Advance(ref row, ref block);
            if (index + 1 == count)
            {
                One(strip, rows, bias, x, output + at, outPlane, lanes);
                break;
            }

            T* y = image + (row * plane.OutRowStep) + (block * TOps.Width);
            nint secondAt = (row * plane.OutWidth) + (block * TOps.Width);
            nint secondLanes = exact ? TOps.Width : Math.Min(TOps.Width, plane.OutWidth - (block * TOps.Width));
            Advance(ref row, ref block);
            if (exact)
            {
                two(weights.Depth, strip, weights.Offsets, x, y, bias, output + at, outPlane, output + secondAt, outPlane);
                continue;
            }

            Two(two, strip, rows, bias, x, y, output + at, output + secondAt, outPlane, lanes, secondLanes);
        }
    }

    private void Advance(ref nint row, ref nint block)
    {
        if (++block == plane.Blocks)
        {
            block = 0;
            row++;
        }
    }

    [SkipLocalsInit]
    private void One(T* strip, nint rows, T* bias, T* x, T* output, nint outPlane, nint lanes)
    {
        T* edge = stackalloc T[LargestTile];
        var one = ConvTiles<TOps, TVector, T>.Get(rows, false);
        one(weights.Depth, strip, weights.Offsets, x, x, bias, edge, TOps.Width, edge, TOps.Width);
        CopyEdge(edge, output, rows, outPlane, lanes);
    }

    [SkipLocalsInit]
    private void Two(
        delegate*<nint, T*, nint*, T*, T*, T*, T*, nint, T*, nint, void> two, T* strip, nint rows, T* bias, T* x, T* y, T* first, T* second, nint outPlane, nint lanes, nint secondLanes)
    {
        T* edge = stackalloc T[2 * LargestTile];
        T* other = edge + LargestTile;
        two(weights.Depth, strip, weights.Offsets, x, y, bias, edge, TOps.Width, other, TOps.Width);
        CopyEdge(edge, first, rows, outPlane, lanes);
        CopyEdge(other, second, rows, outPlane, secondLanes);
    }

    private static void CopyEdge(T* edge, T* output, nint rows, nint outPlane, nint lanes)
    {
        for (nint row = 0; row < rows; row++)
        {
            GemmPacking.Copy(edge + (row * TOps.Width), output + (row * outPlane), lanes);
        }
    }
}
