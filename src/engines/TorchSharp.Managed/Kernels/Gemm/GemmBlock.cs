using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The blocked product. B is packed once, by all threads, into panels as wide as the widest tile; then each piece of C, a
/// band of row strips by a range of panels, is one unit of work: it packs its own rows of A, a depth block at a time.
/// An operand that few tiles would read is left where it is.
/// </summary>
internal unsafe struct GemmBlock<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Depth of a block: a strip of A and a panel of B of this depth stay in the first two caches.</summary>
    private const int DepthBlock = 400;

    /// <summary>Rows of B packed in one go.</summary>
    private const int DepthSlice = 16;

    /// <summary>Row strips that one unit of work packs at a time.</summary>
    private const int StripsPerBand = 12;

    /// <summary>Elements of B packed at a time.</summary>
    private const nint PackedLimit = 4 << 20;

    /// <summary>Multiply-adds below which a second thread costs more than it brings.</summary>
    private const nint WorkPerThread = 1 << 17;

    /// <summary>Panels up to which packing A costs more than it saves.</summary>
    private const nint FewPanels = 2;

    /// <summary>Strips up to which packing B costs more than it saves.</summary>
    private const nint FewStrips = 3;

    private const int LargestTile = 12 * 32;

    private readonly GemmOperands<T> product;
    private readonly GemmTiles<T> tiles;
    private readonly nint panelWidth;
    private readonly nint panels;
    private readonly nint fullPanels;
    private readonly nint splitColumn;
    private readonly nint strips;
    private readonly bool packsLeft;
    private readonly bool packsRight;
    private readonly T* packed;
    private nint bands = 1;
    private nint ranges = 1;

    private GemmBlock(GemmTiles<T> tiles, in GemmOperands<T> product)
    {
        this.product = product;
        this.tiles = tiles;
        panelWidth = tiles.Widest.Width;
        fullPanels = (nint)((nuint)product.N / (nuint)panelWidth);
        nint tail = product.N - (fullPanels * panelWidth);
        bool splits = tail > panelWidth / 2 && tail <= panelWidth * 3 / 4;
        splitColumn = splits ? (fullPanels * panelWidth) + (panelWidth / 2) : product.N;
        panels = fullPanels + (tail == 0 ? 0 : splits ? 2 : 1);
        strips = (nint)(((nuint)product.M + (nuint)tiles.Rows - 1) / (nuint)tiles.Rows);
        packsLeft = panels > FewPanels;
        packsRight = product.TransposeB || strips > FewStrips;
        packed = Scratch.Get<T>(ScratchUse.GemmRight, ((packsRight ? fullPanels + 1 : 1) * panelWidth * product.K) + GemmPacking.Slack);
    }

    public static void Multiply(GemmTiles<T> tiles, in GemmOperands<T> product)
    {
        if (product.N * product.K <= PackedLimit)
        {
            MultiplyPart(tiles, product);
            return;
        }

        nint width = tiles.Widest.Width;
        nint depths = Math.Min(product.K, PackedLimit / width);
        nint columns = PackedLimit / depths / width * width;
        for (nint column = 0; column < product.N; column += columns)
        {
            for (nint depth = 0; depth < product.K; depth += depths)
            {
                GemmOperands<T> part = product;
                part.A = product.LeftAt(0, depth);
                part.B = product.RightAt(depth, column);
                part.C = product.C + column;
                part.N = Math.Min(columns, product.N - column);
                part.K = Math.Min(depths, product.K - depth);
                part.Beta = depth == 0 ? product.Beta : T.One;
                MultiplyPart(tiles, part);
            }
        }
    }

    private static void MultiplyPart(GemmTiles<T> tiles, in GemmOperands<T> part)
    {
        GemmBlock<T> block = new(tiles, part);
        nint work = part.M * part.N * part.K;
        nint threads = work < 2 * WorkPerThread ? 1 : Math.Min(Workers.Available, work / WorkPerThread);
        if (threads == 1)
        {
            block.PackRight(block.packsRight ? 0 : block.fullPanels, block.panels);
            for (nint strip = 0; strip < block.strips; strip += StripsPerBand)
            {
                block.Compute(strip, Math.Min(strip + StripsPerBand, block.strips), 0, block.panels);
            }

            return;
        }

        block.Divide(threads);
        if (block.packsRight)
        {
            Workers.For(block.panels, 1, new Packing(block));
        }
        else
        {
            block.PackRight(block.fullPanels, block.panels);
        }

        Workers.For(block.bands * block.ranges, 1, new Piece(block));
    }

    private void Divide(nint threads)
    {
        nint wanted = threads * 4;
        bands = (strips + StripsPerBand - 1) / StripsPerBand;
        if (bands < wanted)
        {
            bands = Math.Min(strips, wanted);
            ranges = Math.Min(panels, (wanted + bands - 1) / bands);
        }
    }

    private readonly void PackRight(nint from, nint to)
    {
        // Rows of B that lie side by side are packed for all panels before going deeper, page after page.
        nint slice = product.TransposeB ? product.K : DepthSlice;
        for (nint depth = 0; depth < product.K; depth += slice)
        {
            for (nint panel = from; panel < to; panel++)
            {
                PackPanel(panel, depth, Math.Min(slice, product.K - depth));
            }
        }
    }

    private readonly void PackPanel(nint panel, nint from, nint depth)
    {
        GemmTileColumn<T> kernels = Describe(panel, out nint column, out nint lanes);
        if (!packsRight)
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
    private readonly nint Readable(nint beyond)
        => beyond == 0 ? product.K : Math.Max(0, product.K - ((beyond + product.Ldb - 1) / product.Ldb));

    /// <summary>A panel's first column, how many it has, and the kernels that cover them.</summary>
    private readonly GemmTileColumn<T> Describe(nint panel, out nint column, out nint lanes)
    {
        column = panel * panelWidth;
        lanes = panelWidth;
        if (panel < fullPanels)
        {
            return tiles.Widest;
        }

        column = panel == fullPanels ? column : splitColumn;
        lanes = (panel == fullPanels ? splitColumn : product.N) - column;
        return tiles.Covering(lanes);
    }

    private readonly T* PackedPanel(nint column) => packed + ((packsRight ? column : column - (fullPanels * panelWidth)) * product.K);

    private readonly void Compute(nint firstStrip, nint endStrip, nint firstPanel, nint endPanel)
    {
        nint firstRow = firstStrip * tiles.Rows;
        nint rows = Math.Min(endStrip * tiles.Rows, product.M) - firstRow;
        nint blocks = product.K <= DepthBlock ? 1 : (product.K + DepthBlock - 1) / DepthBlock;
        T* left = packsLeft ? Scratch.Get<T>(ScratchUse.GemmLeft, (rows * ((product.K / blocks) + 1)) + GemmPacking.Slack) : null;
        nint from = 0;
        for (nint block = 1; block <= blocks; block++)
        {
            nint to = blocks == 1 ? product.K : block * product.K / blocks;
            if (packsLeft)
            {
                PackLeft(firstRow, rows, from, to - from, left);
            }

            for (nint panel = firstPanel; panel < endPanel; panel++)
            {
                ComputePanel(firstRow, rows, panel, from, to - from, left);
            }

            from = to;
        }
    }

    private readonly void PackLeft(nint firstRow, nint rows, nint from, nint depth, T* left)
    {
        // A transposed A is read a few of its rows at a time, for all strips, as B is.
        nint slice = product.TransposeA ? DepthSlice : depth;
        for (nint start = 0; start < depth; start += slice)
        {
            nint count = Math.Min(slice, depth - start);
            for (nint row = 0; row < rows; row += tiles.Rows)
            {
                nint lanes = Math.Min(tiles.Rows, rows - row);
                T* source = product.LeftAt(firstRow + row, from + start);
                T* target = left + (row * depth) + (start * lanes);
                if (product.TransposeA)
                {
                    GemmPacking.Along(source, product.Lda, lanes, count, target, lanes);
                }
                else
                {
                    GemmPacking.Across(source, product.Lda, lanes, count, target, lanes);
                }
            }
        }
    }

    private readonly void ComputePanel(nint firstRow, nint rows, nint panel, nint from, nint depth, T* left)
    {
        GemmTileColumn<T> kernels = Describe(panel, out nint column, out nint lanes);
        nint readable = packsRight ? 0 : Math.Clamp(Readable(kernels.Width - lanes) - from, 0, depth);
        GemmStep<T> step = new()
        {
            Depth = depth,
            DirectDepth = readable,
            Direct = product.RightAt(from, column),
            DirectStep = product.Ldb,
            Packed = PackedPanel(column) + ((from + readable) * kernels.Width),
            Width = kernels.Width,
            LeftRow = product.TransposeA ? 1 : product.Lda,
            LeftStep = packsLeft ? 0 : product.TransposeA ? product.Lda : 1,
        };
        T beta = from == 0 ? product.Beta : T.One;
        var full = kernels.Get(tiles.Rows, packsLeft);
        for (nint row = 0; row < rows; row += tiles.Rows)
        {
            nint height = Math.Min(tiles.Rows, rows - row);
            step.Tile = height == tiles.Rows ? full : kernels.Get(height, packsLeft);
            step.LeftDepth = packsLeft ? height : step.LeftStep;
            step.Left = packsLeft ? left + (row * depth) : product.LeftAt(firstRow + row, from);
            T* c = product.C + ((firstRow + row) * product.Ldc) + column;
            if (lanes == kernels.Width)
            {
                step.Multiply(beta, c, product.Ldc);
                continue;
            }

            MultiplyEdge(step, height, lanes, beta, c);
        }
    }

    [SkipLocalsInit]
    private readonly void MultiplyEdge(in GemmStep<T> step, nint height, nint lanes, T beta, T* c)
    {
        T* edge = stackalloc T[LargestTile];
        step.Multiply(T.Zero, edge, step.Width);
        for (nint row = 0; row < height; row++)
        {
            T* source = edge + (row * step.Width);
            T* target = c + (row * product.Ldc);
            if (beta == T.Zero)
            {
                GemmPacking.Copy(source, target, lanes);
                continue;
            }

            for (nint lane = 0; lane < lanes; lane++)
            {
                target[lane] = source[lane] + (beta * target[lane]);
            }
        }
    }

    private readonly struct Packing(GemmBlock<T> block) : IRangeJob
    {
        public void Run(nint from, nint to) => block.PackRight(from, to);
    }

    private readonly struct Piece(GemmBlock<T> block) : IRangeJob
    {
        public void Run(nint from, nint to)
        {
            for (nint index = from; index < to; index++)
            {
                nint band = index / block.ranges;
                nint range = index % block.ranges;
                block.Compute(
                    band * block.strips / block.bands,
                    (band + 1) * block.strips / block.bands,
                    range * block.panels / block.ranges,
                    (range + 1) * block.panels / block.ranges);
            }
        }
    }
}
