using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// B in a blocked product: panels of columns as wide as the widest tile, packed or, when few tiles would read them, left
/// where they lie.
/// </summary>
internal readonly unsafe struct GemmRight<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Rows of B packed in one go where they lie side by side: for all panels before going deeper, page after page.</summary>
    private const int RowsAtOnce = 16;

    /// <summary>The same where columns lie side by side: what is being written stays in the first cache.</summary>
    private const int DepthAtOnce = 64;

    /// <summary>Strips up to which packing B costs more than it saves.</summary>
    private const nint FewStrips = 3;

    private readonly GemmOperands<T> product;
    private readonly GemmTiles<T> tiles;
    private readonly nint fullPanels;
    private readonly nint splitColumn;
    private readonly T* packed;

    public GemmRight(GemmTiles<T> tiles, in GemmOperands<T> product, nint strips)
    {
        this.product = product;
        this.tiles = tiles;
        nint width = tiles.Widest.Width;
        fullPanels = (nint)((nuint)product.N / (nuint)width);
        nint tail = product.N - (fullPanels * width);
        bool splits = tail > width / 2 && tail <= width * 3 / 4;
        splitColumn = splits ? (fullPanels * width) + (width / 2) : product.N;
        Panels = fullPanels + (tail == 0 ? 0 : splits ? 2 : 1);
        IsPacked = product.TransposeB || strips > FewStrips;
        packed = Scratch.Get<T>(ScratchUse.GemmRight, ((IsPacked ? fullPanels + 1 : 1) * width * product.K) + GemmPacking.Slack);
    }

    /// <summary>How many panels cover the columns.</summary>
    public nint Panels { get; }

    /// <summary>Whether all of B is packed; if not, only the last rows of panels that are not full are.</summary>
    public bool IsPacked { get; }

    /// <summary>Packs a range of panels.</summary>
    public void Pack(nint from, nint to)
    {
        from = IsPacked ? from : Math.Max(from, fullPanels);
        nint slice = product.TransposeB ? DepthAtOnce : RowsAtOnce;
        for (nint depth = 0; depth < product.K && from < to; depth += slice)
        {
            for (nint panel = from; panel < to; panel++)
            {
                PackPanel(panel, depth, Math.Min(slice, product.K - depth));
            }
        }
    }

    /// <summary>A panel's first column, how many it has, and the kernels that cover them.</summary>
    public GemmTileColumn<T> Describe(nint panel, out nint column, out nint lanes)
    {
        nint width = tiles.Widest.Width;
        column = panel * width;
        lanes = width;
        if (panel < fullPanels)
        {
            return tiles.Widest;
        }

        column = panel == fullPanels ? column : splitColumn;
        lanes = (panel == fullPanels ? splitColumn : product.N) - column;
        return tiles.Covering(lanes);
    }

    /// <summary>Points a step at a panel, from a depth on.</summary>
    public void Aim(ref GemmStep<T> step, nint width, nint column, nint lanes, nint from)
    {
        nint readable = IsPacked ? 0 : Math.Clamp(Readable(width - lanes) - from, 0, step.Depth);
        step.DirectDepth = readable;
        step.Direct = product.RightAt(from, column);
        step.DirectStep = product.Ldb;
        step.Packed = PackedPanel(column) + ((from + readable) * width);
        step.Width = width;
    }

    private void PackPanel(nint panel, nint from, nint depth)
    {
        GemmTileColumn<T> kernels = Describe(panel, out nint column, out nint lanes);
        if (!IsPacked)
        {
            nint readable = Readable(kernels.Width - lanes);
            depth = from + depth - Math.Max(from, readable);
            from = Math.Max(from, readable);
            if (depth <= 0)
            {
                return;
            }
        }

        T* source = product.RightAt(from, column);
        T* target = PackedPanel(column) + (from * kernels.Width);
        if (product.TransposeB)
        {
            GemmPacking.Across(source, product.Ldb, lanes, depth, target, kernels.Width);
        }
        else
        {
            GemmPacking.Along(source, product.Ldb, lanes, depth, target, kernels.Width);
        }
    }

    /// <summary>The depth up to which a row of B can be read so many elements beyond its end without leaving B.</summary>
    private nint Readable(nint beyond)
        => beyond == 0 ? product.K : Math.Max(0, product.K - ((beyond + product.Ldb - 1) / product.Ldb));

    private T* PackedPanel(nint column) => packed + ((IsPacked ? column : column - (fullPanels * tiles.Widest.Width)) * product.K);
}
