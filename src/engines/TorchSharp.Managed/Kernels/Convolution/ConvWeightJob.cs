using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// The weights' gradient over a range of shares of the batch. Some images at a time are laid out in this thread's memory,
/// their gradients with the channels side by side; then each tile of weights runs over all their positions. Each share
/// adds to its own copy of the result: group by group, strip by strip, for each weight the strip's channels.
/// </summary>
internal readonly unsafe struct ConvWeightJob<TOps, TVector, T>(ConvShape shape, ConvPlane plane, ConvWeightLayout layout, nint shares, T* input, T* gradient, T* partial) : IRangeJob
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    private const int Together = ConvWeightTile<TOps, TVector, T>.Together;

    /// <summary>Elements of images that are laid out together: they should stay in the second cache.</summary>
    private const nint CachedElements = 1 << 17;

    /// <summary>Positions of a row, rounded up to what the tile does at once.</summary>
    private nint RowPositions => (plane.OutWidth + Together - 1) / Together * Together;

    private nint ImagePositions => plane.OutHeight * RowPositions;

    public void Run(nint from, nint to)
    {
        nint perImage = (plane.Size * shape.GroupIn) + (ImagePositions * layout.Channels);
        nint together = Math.Clamp(CachedElements / perImage, 1, shape.Images);
        nint imageSize = together * plane.Size * shape.GroupIn;
        T* images = Scratch.Get<T>(ScratchUse.ConvolutionImage, (together * perImage) + GemmPacking.Slack);
        nint* positions = Scratch.Get<nint>(ScratchUse.ConvolutionPositions, (together * ImagePositions / Together) + layout.Weights);
        nint* offsets = positions + (together * ImagePositions / Together);
        ListPositions(positions, together);
        ListOffsets(offsets);
        plane.Clear(together * shape.GroupIn, images);
        for (nint share = from; share < to; share++)
        {
            T* result = partial + (share * layout.Size);
            new Span<T>(result, checked((int)layout.Size)).Clear();
            nint end = (share + 1) * shape.Images / shares;
            for (nint image = share * shape.Images / shares; image < end; image += together)
            {
                nint count = Math.Min(together, end - image);
                for (nint group = 0; group < shape.Groups; group++)
                {
                    LayOut(image, count, group, images, images + imageSize);
                    Accumulate(count * ImagePositions, positions, images, offsets, images + imageSize, result + (group * layout.GroupSize));
                }
            }
        }
    }

    /// <summary>Where in the images that are laid out each of the tile's steps begins.</summary>
    private void ListPositions(nint* positions, nint images)
    {
        for (nint image = 0; image < images; image++)
        {
            for (nint row = 0; row < plane.OutHeight; row++)
            {
                for (nint column = 0; column < RowPositions; column += Together)
                {
                    *positions++ = (image * shape.GroupIn * plane.Size) + (row * plane.OutRowStep) + column;
                }
            }
        }
    }

    /// <summary>Where each weight reads; those that fill up the last tile repeat the first.</summary>
    private void ListOffsets(nint* offsets)
    {
        nint kernel = shape.KernelHeight * shape.KernelWidth;
        for (nint weight = 0; weight < layout.Weights; weight++)
        {
            nint source = weight < shape.KernelSize ? weight : 0;
            plane.Tap(source % kernel / shape.KernelWidth, source % kernel % shape.KernelWidth, out nint offset);
            offsets[weight] = (source / kernel * plane.Size) + offset;
        }
    }

    private void LayOut(nint first, nint count, nint group, T* inputs, T* gradients)
    {
        nint inPlane = shape.Height * shape.Width, outPlane = plane.OutHeight * plane.OutWidth;
        for (nint image = 0; image < count; image++)
        {
            plane.Fill(input + ((((first + image) * shape.InChannels) + (group * shape.GroupIn)) * inPlane), shape.GroupIn, inputs + (image * shape.GroupIn * plane.Size));
        }

        for (nint strip = 0; strip < layout.Strips; strip++)
        {
            nint width = layout.StripWidth(strip), channel = (group * shape.GroupOut) + layout.FirstChannel(strip);
            nint lanes = Math.Min(width, shape.GroupOut - layout.FirstChannel(strip));
            for (nint image = first; image < first + count; image++)
            {
                Turn(gradient + (((image * shape.OutChannels) + channel) * outPlane), lanes, gradients, width);
                gradients += ImagePositions * width;
            }
        }
    }

    /// <summary>Puts the channels of each position side by side. Positions that fill up a row get zeros.</summary>
    private void Turn(T* source, nint lanes, T* target, nint width)
    {
        nint outPlane = plane.OutHeight * plane.OutWidth;
        if (RowPositions == plane.OutWidth)
        {
            GemmPacking.Across(source, outPlane, lanes, outPlane, target, width);
            return;
        }

        for (nint row = 0; row < plane.OutHeight; row++)
        {
            GemmPacking.Across(source + (row * plane.OutWidth), outPlane, lanes, plane.OutWidth, target, width);
            target += RowPositions * width;
            nint missing = (RowPositions - plane.OutWidth) * width;
            new Span<T>(target - missing, (int)missing).Clear();
        }
    }

    private void Accumulate(nint count, nint* positions, T* inputs, nint* offsets, T* gradients, T* result)
    {
        for (nint strip = 0; strip < layout.Strips; strip++)
        {
            nint width = layout.StripWidth(strip);
            var tile = ConvWeightTiles<TOps, TVector, T>.Get(layout.TileRows, width > TOps.Width);
            for (nint weight = 0; weight < layout.Weights; weight += layout.TileRows)
            {
                tile(count / Together, positions, inputs, offsets + weight, gradients, result + (weight * width), width);
            }

            gradients += count * width;
            result += layout.Weights * width;
        }
    }
}
