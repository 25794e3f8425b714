namespace TorchSharp.Kernels;

/// <summary>
/// How an image is laid out for the convolution's kernels: padded with zeros, each row split by the remainder of its
/// columns by the stride, so that neighbouring outputs always read neighbouring elements. For the gradient of a strided
/// convolution, zeros are put between the elements instead (<c>spread</c>).
/// </summary>
internal readonly struct ConvPlane
{
    private readonly nint height;
    private readonly nint width;
    private readonly nint padHeight;
    private readonly nint padWidth;
    private readonly nint strideHeight;
    private readonly nint strideWidth;
    private readonly nint spreadHeight;
    private readonly nint spreadWidth;
    private readonly nint dilationHeight;
    private readonly nint dilationWidth;
    private readonly nint kernelHeight;
    private readonly nint kernelWidth;
    private readonly nint rows;
    private readonly nint phaseLength;

    private ConvPlane(ConvShape shape, bool gradient, nint lanes)
    {
        (dilationHeight, dilationWidth) = (shape.DilationHeight, shape.DilationWidth);
        (kernelHeight, kernelWidth) = (shape.KernelHeight, shape.KernelWidth);
        (height, width) = gradient ? (shape.OutHeight, shape.OutWidth) : (shape.Height, shape.Width);
        (strideHeight, strideWidth) = gradient ? (1, 1) : (shape.StrideHeight, shape.StrideWidth);
        (spreadHeight, spreadWidth) = gradient ? (shape.StrideHeight, shape.StrideWidth) : (1, 1);
        padHeight = gradient ? (dilationHeight * (kernelHeight - 1)) - shape.PadHeight : shape.PadHeight;
        padWidth = gradient ? (dilationWidth * (kernelWidth - 1)) - shape.PadWidth : shape.PadWidth;
        (OutHeight, OutWidth) = gradient ? (shape.Height, shape.Width) : (shape.OutHeight, shape.OutWidth);
        Blocks = (OutWidth + lanes - 1) / lanes;
        rows = ((OutHeight - 1) * strideHeight) + ((kernelHeight - 1) * dilationHeight) + 1;
        phaseLength = (Blocks * lanes) + ((kernelWidth - 1) * dilationWidth / strideWidth);
    }

    /// <summary>Rows of the plane that the convolution writes.</summary>
    public nint OutHeight { get; }

    /// <summary>Columns of the plane that the convolution writes.</summary>
    public nint OutWidth { get; }

    /// <summary>Vectors that cover a row of that plane.</summary>
    public nint Blocks { get; }

    /// <summary>Elements of one channel.</summary>
    public nint Size => rows * RowLength;

    /// <summary>Elements from what one output row starts at to what the next one does.</summary>
    public nint OutRowStep => strideHeight * RowLength;

    private nint RowLength => strideWidth * phaseLength;

    /// <summary>The layout of a convolution's input.</summary>
    public static ConvPlane OfInput(in ConvShape shape, nint lanes) => new(shape, gradient: false, lanes);

    /// <summary>The layout of the output's gradient, from which a convolution makes the input's.</summary>
    public static ConvPlane OfGradient(in ConvShape shape, nint lanes) => new(shape, gradient: true, lanes);

    /// <summary>Where each weight of an output channel reads, from where its output starts, in the order of the weights.</summary>
    public unsafe void Offsets(nint channels, nint* target)
    {
        for (nint channel = 0; channel < channels; channel++)
        {
            for (nint ky = 0; ky < kernelHeight; ky++)
            {
                for (nint kx = 0; kx < kernelWidth; kx++)
                {
                    nint column = kx * dilationWidth;
                    *target++ = (channel * Size) + (ky * dilationHeight * RowLength) + (column % strideWidth * phaseLength) + (column / strideWidth);
                }
            }
        }
    }

    /// <summary>Copies channels into the layout.</summary>
    public unsafe void Fill<T>(T* source, nint channels, T* target)
        where T : unmanaged
    {
        for (nint channel = 0; channel < channels; channel++)
        {
            for (nint row = 0; row < rows; row++)
            {
                nint from = row - padHeight;
                bool outside = from < 0 || from >= height * spreadHeight || from % spreadHeight != 0;
                FillRow(outside ? null : source + (from / spreadHeight * width), target);
                target += RowLength;
            }

            source += height * width;
        }
    }

    private unsafe void FillRow<T>(T* source, T* target)
        where T : unmanaged
    {
        if (source == null)
        {
            new Span<T>(target, (int)RowLength).Clear();
            return;
        }

        if (strideWidth == 1 && spreadWidth == 1)
        {
            nint begin = Math.Clamp(padWidth, 0, phaseLength);
            nint end = Math.Clamp(padWidth + width, begin, phaseLength);
            new Span<T>(target, (int)begin).Clear();
            new ReadOnlySpan<T>(source + begin - padWidth, (int)(end - begin)).CopyTo(new Span<T>(target + begin, (int)(end - begin)));
            new Span<T>(target + end, (int)(phaseLength - end)).Clear();
            return;
        }

        new Span<T>(target, (int)RowLength).Clear();
        if (spreadWidth > 1)
        {
            // Element i goes to column padWidth + i·spread, if that is inside.
            nint skipped = padWidth >= 0 ? 0 : (spreadWidth - 1 - padWidth) / spreadWidth;
            T* to = target + padWidth + (skipped * spreadWidth);
            for (nint index = skipped; index < width && to < target + RowLength; index++)
            {
                *to = source[index];
                to += spreadWidth;
            }

            return;
        }

        for (nint phase = 0; phase < strideWidth; phase++)
        {
            nint skipped = Math.Max(0, (padWidth - phase + strideWidth - 1) / strideWidth);
            T* from = source + (skipped * strideWidth) + phase - padWidth;
            for (nint index = skipped; index < phaseLength && from < source + width; index++)
            {
                target[index] = *from;
                from += strideWidth;
            }

            target += phaseLength;
        }
    }
}
