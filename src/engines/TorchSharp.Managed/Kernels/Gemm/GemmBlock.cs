using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The blocked product. B is packed once, by all threads, into panels two vectors wide; then each piece of C, a band of
/// row strips by a range of panels, is one unit of work: it packs its own rows of A, a depth block at a time.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal unsafe struct GemmBlock<TOps, TVector, T>
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Depth of a block: a strip of A and a panel of B of this depth stay in the first two caches.</summary>
    private const int DepthBlock = 400;

    /// <summary>Row strips that one unit of work packs at a time.</summary>
    private const int StripsPerBand = 12;

    /// <summary>Elements of B packed at a time.</summary>
    private const nint PackedLimit = 4 << 20;

    /// <summary>Multiply-adds below which a second thread costs more than it brings.</summary>
    private const nint WorkPerThread = 1 << 17;

    private const int MaxTile = 12 * 32;

    private GemmOperands<T> product;
    private T* packed;
    private nint strips;
    private nint panels;
    private nint bands;
    private nint ranges;

    private static int PanelWidth => 2 * TOps.Width;

    public static void Multiply(in GemmOperands<T> product)
    {
        nint columns = Math.Max(PanelWidth, PackedLimit / Math.Max(1, Math.Min(product.K, PackedLimit / PanelWidth)) / PanelWidth * PanelWidth);
        nint depths = PackedLimit / PanelWidth;
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
                MultiplyPart(part);
            }
        }
    }

    private static void MultiplyPart(in GemmOperands<T> part)
    {
        GemmBlock<TOps, TVector, T> block = default;
        block.product = part;
        block.strips = (part.M + TOps.TileRows - 1) / TOps.TileRows;
        block.panels = (part.N + PanelWidth - 1) / PanelWidth;
        block.packed = Scratch.Get<T>(ScratchUse.GemmRight, block.panels * PanelWidth * part.K);

        nint threads = Math.Min(Workers.Available, 1 + (part.M * part.N * part.K / WorkPerThread));
        block.Divide(threads);
        if (threads == 1)
        {
            block.Pack(0, block.panels);
            new Piece(block).Run(0, block.bands * block.ranges);
            return;
        }

        Workers.For(block.panels, 1, new Packing(block));
        Workers.For(block.bands * block.ranges, 1, new Piece(block));
    }

    private void Divide(nint threads)
    {
        bands = (strips + StripsPerBand - 1) / StripsPerBand;
        ranges = 1;
        nint wanted = threads == 1 ? 1 : threads * 4;
        if (bands < wanted)
        {
            bands = Math.Min(strips, wanted);
            ranges = Math.Min(panels, (wanted + bands - 1) / bands);
        }
    }

    private readonly void Pack(nint from, nint to)
    {
        for (nint panel = from; panel < to; panel++)
        {
            nint column = panel * PanelWidth;
            nint lanes = Math.Min(PanelWidth, product.N - column);
            T* target = packed + (column * product.K);
            T* source = product.RightAt(0, column);
            nint width = lanes <= TOps.Width ? TOps.Width : PanelWidth;
            if (product.TransposeB)
            {
                GemmPacking.Across(source, product.Ldb, lanes, product.K, target, width);
            }
            else
            {
                GemmPacking.Along(source, product.Ldb, lanes, product.K, target, width);
            }
        }
    }

    private readonly void Compute(nint firstStrip, nint endStrip, nint firstPanel, nint endPanel)
    {
        int tileRows = TOps.TileRows;
        nint blocks = (product.K + DepthBlock - 1) / DepthBlock;
        nint rows = Math.Min(endStrip * tileRows, product.M) - (firstStrip * tileRows);
        T* left = Scratch.Get<T>(ScratchUse.GemmLeft, rows * ((product.K + blocks - 1) / blocks));
        for (nint block = 0; block < blocks; block++)
        {
            nint from = block * product.K / blocks;
            nint depth = ((block + 1) * product.K / blocks) - from;
            PackLeft(firstStrip * tileRows, rows, from, depth, left);
            for (nint panel = firstPanel; panel < endPanel; panel++)
            {
                ComputePanel(firstStrip * tileRows, rows, panel * PanelWidth, from, depth, left);
            }
        }
    }

    private readonly void PackLeft(nint firstRow, nint rows, nint from, nint depth, T* left)
    {
        for (nint row = 0; row < rows; row += TOps.TileRows)
        {
            nint lanes = Math.Min(TOps.TileRows, rows - row);
            T* source = product.LeftAt(firstRow + row, from);
            if (product.TransposeA)
            {
                GemmPacking.Along(source, product.Lda, lanes, depth, left + (row * depth), lanes);
            }
            else
            {
                GemmPacking.Across(source, product.Lda, lanes, depth, left + (row * depth), lanes);
            }
        }
    }

    [SkipLocalsInit]
    private readonly void ComputePanel(nint firstRow, nint rows, nint column, nint from, nint depth, T* left)
    {
        T* edge = stackalloc T[MaxTile];
        nint lanes = Math.Min(PanelWidth, product.N - column);
        bool wide = lanes > TOps.Width;
        nint width = wide ? PanelWidth : TOps.Width;
        T beta = from == 0 ? product.Beta : T.One;
        T* right = packed + (column * product.K) + (from * width);
        var full = GemmTiles<TOps, TVector, T>.Get(TOps.TileRows, wide);
        for (nint row = 0; row < rows; row += TOps.TileRows)
        {
            nint height = Math.Min(TOps.TileRows, rows - row);
            var tile = height == TOps.TileRows ? full : GemmTiles<TOps, TVector, T>.Get((int)height, wide);
            T* c = product.C + ((firstRow + row) * product.Ldc) + column;
            if (lanes == width)
            {
                tile(depth, left + (row * depth), right, width, beta, c, product.Ldc);
                continue;
            }

            tile(depth, left + (row * depth), right, width, T.Zero, edge, width);
            AddEdge(edge, width, height, lanes, beta, c, product.Ldc);
        }
    }

    private static void AddEdge(T* edge, nint width, nint height, nint lanes, T beta, T* c, nint ldc)
    {
        for (nint row = 0; row < height; row++)
        {
            for (nint lane = 0; lane < lanes; lane++)
            {
                T value = edge[(row * width) + lane];
                c[(row * ldc) + lane] = beta == T.Zero ? value : value + (beta * c[(row * ldc) + lane]);
            }
        }
    }

    private readonly struct Packing(GemmBlock<TOps, TVector, T> block) : IRangeJob
    {
        public void Run(nint from, nint to) => block.Pack(from, to);
    }

    private readonly struct Piece(GemmBlock<TOps, TVector, T> block) : IRangeJob
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
