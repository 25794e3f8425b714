using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// The weights' gradient over a range of shares of the batch. Some images at a time are laid out in this thread's memory,
/// then each tile of weights runs over all their positions. Each share adds to its own copy of the gradient.
/// </summary>
internal readonly unsafe struct ConvWeightJob<TOps, TVector, T>(ConvShape shape, ConvPlane plane, nint shares, T* input, T* gradient, T* partial) : IRangeJob
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    private const int Rows = ConvWeightTile<TOps, TVector, T>.Rows;
    private const int Columns = ConvWeightTile<TOps, TVector, T>.Columns;

    /// <summary>Elements of images that are laid out together: they should stay in the second cache.</summary>
    private const nint Together = 1 << 17;

    private nint GradientPlane => plane.OutHeight * plane.Blocks * TOps.Width;

    public void Run(nint from, nint to)
    {
        nint perImage = (plane.Size * shape.GroupIn) + (GradientPlane * shape.GroupOut);
        nint together = Math.Max(1, Together / perImage);
        nint positions = plane.OutHeight * plane.Blocks;
        T* images = Scratch.Get<T>(ScratchUse.ConvolutionImage, together * perImage);
        nint* table = Scratch.Get<nint>(ScratchUse.ConvolutionPositions, (2 * positions * together) + shape.KernelSize + Columns);
        nint* offsets = table + (2 * positions * together);
        plane.Offsets(shape.GroupIn, offsets);
        Positions(table, together);
        for (nint share = from; share < to; share++)
        {
            T* result = partial + (share * shape.OutChannels * shape.KernelSize);
            new Span<T>(result, checked((int)(shape.OutChannels * shape.KernelSize))).Clear();
            nint end = (share + 1) * shape.Images / shares;
            for (nint image = share * shape.Images / shares; image < end; image += together)
            {
                nint count = Math.Min(together, end - image);
                for (nint group = 0; group < shape.Groups; group++)
                {
                    LayOut(image, count, group, images, images + (together * plane.Size * shape.GroupIn));
                    Accumulate(count * positions, table, images, images + (together * plane.Size * shape.GroupIn), offsets, result + (group * shape.GroupOut * shape.KernelSize));
                }
            }
        }
    }

    private void Positions(nint* table, nint images)
    {
        for (nint image = 0; image < images; image++)
        {
            for (nint row = 0; row < plane.OutHeight; row++)
            {
                for (nint block = 0; block < plane.Blocks; block++)
                {
                    *table++ = (image * shape.GroupOut * GradientPlane) + (((row * plane.Blocks) + block) * TOps.Width);
                    *table++ = (image * shape.GroupIn * plane.Size) + (row * plane.OutRowStep) + (block * TOps.Width);
                }
            }
        }
    }

    private void LayOut(nint first, nint count, nint group, T* inputs, T* gradients)
    {
        nint inPlane = shape.Height * shape.Width, outWidth = plane.OutWidth, rowLength = plane.Blocks * TOps.Width;
        for (nint image = first; image < first + count; image++)
        {
            plane.Fill(input + (((image * shape.InChannels) + (group * shape.GroupIn)) * inPlane), shape.GroupIn, inputs);
            inputs += shape.GroupIn * plane.Size;
            T* source = gradient + (((image * shape.OutChannels) + (group * shape.GroupOut)) * plane.OutHeight * outWidth);
            for (nint row = 0; row < shape.GroupOut * plane.OutHeight; row++)
            {
                new ReadOnlySpan<T>(source, (int)outWidth).CopyTo(new Span<T>(gradients, (int)outWidth));
                new Span<T>(gradients + outWidth, (int)(rowLength - outWidth)).Clear();
                source += outWidth;
                gradients += rowLength;
            }
        }
    }

    private void Accumulate(nint count, nint* positions, T* inputs, T* gradients, nint* offsets, T* result)
    {
        T* tile = stackalloc T[Rows * Columns];
        nint* rows = stackalloc nint[Rows];
        nint* columns = stackalloc nint[Columns];
        for (nint column = 0; column < shape.KernelSize; column += Columns)
        {
            for (nint c = 0; c < Columns; c++)
            {
                columns[c] = offsets[Math.Min(column + c, shape.KernelSize - 1)];
            }

            for (nint row = 0; row < shape.GroupOut; row += Rows)
            {
                for (nint r = 0; r < Rows; r++)
                {
                    rows[r] = Math.Min(row + r, shape.GroupOut - 1) * GradientPlane;
                }

                new Span<T>(tile, Rows * Columns).Clear();
                ConvWeightTile<TOps, TVector, T>.Add(count, positions, gradients, rows, inputs, columns, tile);
                for (nint r = 0; r < Math.Min(Rows, shape.GroupOut - row); r++)
                {
                    for (nint c = 0; c < Math.Min(Columns, shape.KernelSize - column); c++)
                    {
                        result[((row + r) * shape.KernelSize) + column + c] += tile[(r * Columns) + c];
                    }
                }
            }
        }
    }
}
