using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// A convolution of a range of images, each group of channels by itself: the image is laid out in this thread's memory,
/// then every tile of the output is computed from it, part by part. Serves the forward pass and, with channels exchanged,
/// the input's gradient.
/// </summary>
internal readonly unsafe struct ConvProductJob<TOps, TVector, T>(ConvPart<T>* parts, nint partCount, T* source, T* bias, T* target) : IRangeJob
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    private const int LargestTile = 12 * 16;

    public void Run(nint from, nint to)
    {
        ref readonly ConvPlane layout = ref parts->Plane;
        ref readonly ConvWeights<T> channels = ref parts->Weights;
        T* image = Scratch.Get<T>(ScratchUse.ConvolutionImage, layout.Size * channels.GroupIn);
        layout.Clear(channels.GroupIn, image);
        for (nint index = from; index < to; index++)
        {
            nint group = index % channels.Groups;
            layout.Fill(source + (index * layout.InSize * channels.GroupIn), channels.GroupIn, image);
            T* output = target + (index * layout.OutSize * channels.GroupOut);
            for (ConvPart<T>* part = parts; part < parts + partCount; part++)
            {
                for (nint strip = 0; strip < part->Weights.Strips; strip++)
                {
                    nint row = part->Weights.FirstRow(strip);
                    nint rows = part->Weights.FirstRow(strip + 1) - row;
                    Strip(part->Plane, part->Weights, part->Weights.Strip(group, strip), rows, bias + (group * channels.GroupOut) + row, image, output + (row * layout.OutSize));
                }
            }
        }
    }

    private static void Strip(in ConvPlane plane, in ConvWeights<T> weights, T* strip, nint rows, T* bias, T* image, T* output)
    {
        var two = ConvTiles<TOps, TVector, T>.Get(rows, true);
        nint count = plane.OutHeight * plane.Blocks, outPlane = plane.OutSize;
        bool exact = plane.OutWidth == plane.Blocks * TOps.Width && plane.OutStep == 1;
        output += plane.OutStart;
        nint row = 0, block = 0;
        for (nint index = 0; index < count; index += 2)
        {
            T* x = image + (row * plane.OutRowStep) + (block * TOps.Width);
            T* first = output + (row * plane.OutRowLength) + (block * TOps.Width * plane.OutStep);
            nint lanes = Lanes(plane, block);
            Advance(plane, ref row, ref block);
            if (index + 1 == count)
            {
                One(plane, weights, strip, rows, bias, x, first, lanes);
                break;
            }

            T* y = image + (row * plane.OutRowStep) + (block * TOps.Width);
            T* second = output + (row * plane.OutRowLength) + (block * TOps.Width * plane.OutStep);
            nint secondLanes = Lanes(plane, block);
            Advance(plane, ref row, ref block);
            if (exact)
            {
                two(weights.Depth, strip, weights.Offsets, x, y, bias, first, outPlane, second, outPlane);
                continue;
            }

            Two(plane, weights, two, strip, rows, bias, x, y, first, second, lanes, secondLanes);
        }
    }

    private static nint Lanes(in ConvPlane plane, nint block) => Math.Min(TOps.Width, plane.OutWidth - (block * TOps.Width));

    private static void Advance(in ConvPlane plane, ref nint row, ref nint block)
    {
        if (++block == plane.Blocks)
        {
            block = 0;
            row++;
        }
    }

    [SkipLocalsInit]
    private static void One(in ConvPlane plane, in ConvWeights<T> weights, T* strip, nint rows, T* bias, T* x, T* output, nint lanes)
    {
        T* edge = stackalloc T[LargestTile];
        var one = ConvTiles<TOps, TVector, T>.Get(rows, false);
        one(weights.Depth, strip, weights.Offsets, x, x, bias, edge, TOps.Width, edge, TOps.Width);
        CopyEdge(plane, edge, output, rows, lanes);
    }

    [SkipLocalsInit]
    private static void Two(
        in ConvPlane plane, in ConvWeights<T> weights, delegate*<nint, T*, nint*, T*, T*, T*, T*, nint, T*, nint, void> two, T* strip, nint rows, T* bias, T* x, T* y, T* first, T* second, nint lanes, nint secondLanes)
    {
        T* edge = stackalloc T[2 * LargestTile];
        T* other = edge + LargestTile;
        two(weights.Depth, strip, weights.Offsets, x, y, bias, edge, TOps.Width, other, TOps.Width);
        CopyEdge(plane, edge, first, rows, lanes);
        CopyEdge(plane, other, second, rows, secondLanes);
    }

    private static void CopyEdge(in ConvPlane plane, T* edge, T* output, nint rows, nint lanes)
    {
        nint outPlane = plane.OutSize, step = plane.OutStep;
        for (nint row = 0; row < rows; row++)
        {
            if (step == 1)
            {
                GemmPacking.Copy(edge + (row * TOps.Width), output + (row * outPlane), lanes);
            }
            else
            {
                ConvRows.Scatter(edge + (row * TOps.Width), output + (row * outPlane), step, lanes);
            }
        }
    }
}
