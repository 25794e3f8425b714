namespace TorchSharp.Modules;

/// <summary>The windows of a pooling along one dimension.</summary>
internal sealed class PoolAxis
{
    private PoolAxis(int size, int places, int step)
    {
        Size = size;
        Step = step;
        First = new int[places];
        Count = new int[places];
        Extent = new int[places];
    }

    /// <summary>The dimension's length.</summary>
    internal int Size { get; }

    /// <summary>The number of windows.</summary>
    internal int Places => First.Length;

    /// <summary>The distance between neighbouring elements of a window.</summary>
    internal int Step { get; }

    /// <summary>Each window's first element within the input.</summary>
    internal int[] First { get; }

    /// <summary>How many of each window's elements lie within the input.</summary>
    internal int[] Count { get; }

    /// <summary>How many of each window's elements lie within the input or its padding.</summary>
    internal int[] Extent { get; }

    /// <summary>The first run of neighbouring windows that have as many elements as any, and their distance.</summary>
    internal (int Begin, int End, int Stride) Full()
    {
        int most = Count.Length == 0 ? 0 : Count.Max();
        int begin = Math.Max(0, Array.IndexOf(Count, most));
        int stride = begin + 1 < Places ? First[begin + 1] - First[begin] : 1;
        int end = Math.Min(begin + 1, Places);
        while (end < Places && Count[end] == most && First[end] - First[end - 1] == stride)
        {
            end++;
        }

        return (begin, end, stride);
    }

    /// <summary>Windows of one size at a regular distance.</summary>
    internal static PoolAxis Regular(string operation, long size, long kernel, long stride, long padding, long dilation, bool ceil)
    {
        if (!(kernel > 0 && stride > 0 && dilation > 0 && padding >= 0 && padding <= kernel / 2))
        {
            throw TorchError.Of($"{operation}: kernel size {kernel}, stride {stride} and dilation {dilation} must be positive, and padding {padding} at most half the kernel size");
        }

        long reach = (dilation * (kernel - 1)) + 1;
        long slack = size + (2 * padding) - reach;
        long places = slack < 0 && !ceil ? 0 : ((slack + (ceil ? stride - 1 : 0)) / stride) + 1;

        // Rounding up must not add a window that begins beyond the input.
        if (ceil && (places - 1) * stride >= size + padding)
        {
            places--;
        }

        if (places < 1)
        {
            throw TorchError.Of($"{operation}: an input of length {size} is too small for a kernel of size {kernel} with padding {padding} and dilation {dilation}");
        }

        var axis = new PoolAxis(checked((int)size), (int)places, (int)dilation);
        for (int i = 0; i < places; i++)
        {
            long start = (i * stride) - padding;
            long skipped = start < 0 ? (-start + dilation - 1) / dilation : 0;
            long behind = start >= size ? 0 : Math.Min(kernel, ((size - 1 - start) / dilation) + 1);
            axis.First[i] = (int)(start + (skipped * dilation));
            axis.Count[i] = (int)Math.Max(0, behind - skipped);
            axis.Extent[i] = (int)Math.Min(kernel, ((size + padding - 1 - start) / dilation) + 1);
            if (axis.Count[i] == 0)
            {
                throw TorchError.Of($"{operation}: with kernel size {kernel}, dilation {dilation} and padding {padding}, a window sees nothing of an input of length {size}");
            }
        }

        return axis;
    }

    /// <summary>As many windows as asked for, which together cover the input.</summary>
    internal static PoolAxis Adaptive(string operation, long size, long places)
    {
        if (places < 0 || size <= 0)
        {
            throw TorchError.Of($"{operation}: cannot make an output of length {places} from an input of length {size}");
        }

        var axis = new PoolAxis(checked((int)size), checked((int)places), 1);
        for (long i = 0; i < places; i++)
        {
            long start = i * size / places;
            long end = (((i + 1) * size) + places - 1) / places;
            axis.First[i] = (int)start;
            axis.Count[i] = axis.Extent[i] = (int)(end - start);
        }

        return axis;
    }
}
