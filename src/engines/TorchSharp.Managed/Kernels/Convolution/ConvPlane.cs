namespace TorchSharp.Kernels;

/// <summary>
/// How an image is laid out for the convolution's kernels: padded with zeros, each row split by the remainder of its
/// columns by the stride, so that neighbouring outputs always read neighbouring elements. The input's gradient is made
/// from the output's gradient, which is laid out without strides: each residue of the input's places by the stride is a
/// convolution of its own, with those taps of the kernel that reach it.
/// </summary>
internal readonly struct ConvPlane
{
    private readonly ConvShape shape;
    private readonly bool gradient;
    private readonly nint residueHeight;
    private readonly nint residueWidth;
    private readonly nint height;
    private readonly nint width;
    private readonly nint padHeight;
    private readonly nint padWidth;
    private readonly nint strideHeight;
    private readonly nint strideWidth;
    private readonly nint rows;
    private readonly nint phaseLength;

    private ConvPlane(in ConvShape shape, nint lanes)
    {
        this.shape = shape;
        (height, width) = (shape.Height, shape.Width);
        (padHeight, padWidth) = (shape.PadHeight, shape.PadWidth);
        (strideHeight, strideWidth) = (shape.StrideHeight, shape.StrideWidth);
        (OutHeight, OutWidth) = (shape.OutHeight, shape.OutWidth);
        (OutStep, OutRowLength) = (1, OutWidth);
        Blocks = (OutWidth + lanes - 1) / lanes;
        rows = ((OutHeight - 1) * strideHeight) + ((shape.KernelHeight - 1) * shape.DilationHeight) + 1;
        phaseLength = (Blocks * lanes) + ((shape.KernelWidth - 1) * shape.DilationWidth / strideWidth);
    }

    private ConvPlane(in ConvShape shape, nint lanes, nint residueHeight, nint residueWidth)
    {
        this.shape = shape;
        gradient = true;
        (this.residueHeight, this.residueWidth) = (residueHeight, residueWidth);
        (height, width) = (shape.OutHeight, shape.OutWidth);
        (strideHeight, strideWidth) = (1, 1);
        nint lowest = Floor(shape.PadHeight - (shape.DilationHeight * (shape.KernelHeight - 1)), shape.StrideHeight);
        nint leftmost = Floor(shape.PadWidth - (shape.DilationWidth * (shape.KernelWidth - 1)), shape.StrideWidth);
        (padHeight, padWidth) = (-lowest, -leftmost);
        OutHeight = Places(shape.Height, residueHeight, shape.StrideHeight);
        OutWidth = Places(shape.Width, residueWidth, shape.StrideWidth);
        OutStep = shape.StrideWidth;
        OutRowLength = shape.StrideHeight * shape.Width;
        OutStart = (residueHeight * shape.Width) + residueWidth;
        Blocks = (OutWidth + lanes - 1) / lanes;

        // The layout has room for every residue, so that an image is laid out once for all.
        rows = Places(shape.Height, 0, shape.StrideHeight) + Floor(shape.PadHeight + shape.StrideHeight - 1, shape.StrideHeight) - lowest;
        nint blocks = (Places(shape.Width, 0, shape.StrideWidth) + lanes - 1) / lanes;
        phaseLength = (blocks * lanes) + Floor(shape.PadWidth + shape.StrideWidth - 1, shape.StrideWidth) - leftmost;
    }

    /// <summary>Elements of a plane that is read, before it is laid out.</summary>
    public nint InSize => height * width;

    /// <summary>Rows that the convolution writes.</summary>
    public nint OutHeight { get; }

    /// <summary>Columns that the convolution writes.</summary>
    public nint OutWidth { get; }

    /// <summary>Where in the written plane the first of them lies.</summary>
    public nint OutStart { get; }

    /// <summary>Elements between neighbouring columns that are written.</summary>
    public nint OutStep { get; }

    /// <summary>Elements between neighbouring rows that are written.</summary>
    public nint OutRowLength { get; }

    /// <summary>Elements of the plane that is written.</summary>
    public nint OutSize => gradient ? shape.Height * shape.Width : OutHeight * OutWidth;

    /// <summary>Vectors that cover a row of what is written.</summary>
    public nint Blocks { get; }

    /// <summary>Elements of one channel in the layout.</summary>
    public nint Size => rows * RowLength;

    /// <summary>Elements from what one output row starts at to what the next one does.</summary>
    public nint OutRowStep => strideHeight * RowLength;

    private nint RowLength => strideWidth * phaseLength;

    /// <summary>The layout of a convolution's input.</summary>
    public static ConvPlane OfInput(in ConvShape shape, nint lanes) => new(shape, lanes);

    /// <summary>The layout of the output's gradient, from which the input's is made at the places of one residue.</summary>
    public static ConvPlane OfGradient(in ConvShape shape, nint lanes, nint residueHeight, nint residueWidth) => new(shape, lanes, residueHeight, residueWidth);

    /// <summary>Where the weight at a place of the kernel reads, from where its output starts; false when it reads nothing.</summary>
    public bool Tap(nint ky, nint kx, out nint offset)
    {
        nint row = ky * shape.DilationHeight, column = kx * shape.DilationWidth;
        if (!gradient)
        {
            offset = (row * RowLength) + (column % strideWidth * phaseLength) + (column / strideWidth);
            return true;
        }

        nint up = residueHeight + shape.PadHeight - row, left = residueWidth + shape.PadWidth - column;
        offset = ((padHeight + Floor(up, shape.StrideHeight)) * RowLength) + padWidth + Floor(left, shape.StrideWidth);
        return up % shape.StrideHeight == 0 && left % shape.StrideWidth == 0;
    }

    /// <summary>Makes all of the layout zeros: the padding keeps them, whatever is filled in.</summary>
    public unsafe void Clear<T>(nint channels, T* target)
        where T : unmanaged
    {
        for (nint channel = 0; channel < channels; channel++)
        {
            new Span<T>(target + (channel * Size), checked((int)Size)).Clear();
        }
    }

    /// <summary>Copies channels into the layout, within the padding.</summary>
    public unsafe void Fill<T>(T* source, nint channels, T* target)
        where T : unmanaged
    {
        nint first = Math.Max(0, padHeight), end = Math.Min(rows, height + padHeight);
        bool contiguous = strideWidth == 1;
        nint left = Math.Clamp(padWidth, 0, phaseLength);
        nint count = Math.Clamp(padWidth + width, left, phaseLength) - left;
        for (nint channel = 0; channel < channels; channel++)
        {
            for (nint row = first; row < end; row++)
            {
                T* from = source + ((row - padHeight) * width);
                T* to = target + (row * RowLength);
                if (contiguous)
                {
                    ConvRows.Copy(from + left - padWidth, to + left, count);
                }
                else if (IsRead(row, strideHeight, shape.KernelHeight, shape.DilationHeight))
                {
                    Split(from, to);
                }
            }

            source += height * width;
            target += Size;
        }
    }

    /// <summary>Deals a row out to the remainders of its columns by the stride.</summary>
    private unsafe void Split<T>(T* source, T* target)
        where T : unmanaged
    {
        for (nint phase = 0; phase < strideWidth; phase++)
        {
            if (IsRead(phase, strideWidth, shape.KernelWidth, shape.DilationWidth))
            {
                nint skipped = Math.Max(0, (padWidth - phase + strideWidth - 1) / strideWidth);
                nint start = (skipped * strideWidth) + phase - padWidth;
                nint count = Math.Min(phaseLength - skipped, (width - start + strideWidth - 1) / strideWidth);
                ConvRows.Gather(source + start, strideWidth, target + (phase * phaseLength) + skipped, count);
            }
        }
    }

    /// <summary>Whether any element of the kernel meets a row or a column of this number.</summary>
    private static bool IsRead(nint number, nint stride, nint kernel, nint dilation)
    {
        for (nint k = 0; k < kernel; k++)
        {
            if ((number - (k * dilation)) % stride == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static nint Floor(nint number, nint divisor) => (number / divisor) - (number % divisor < 0 ? 1 : 0);

    private static nint Places(nint size, nint residue, nint stride) => (size - residue + stride - 1) / stride;
}
