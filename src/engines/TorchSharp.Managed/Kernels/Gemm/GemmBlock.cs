using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The blocked product. B is packed once, by all threads, into panels; A is cut into strips of a tile's rows. A unit of
/// work is one strip of C by a range of panels, and the threads take units as they go. Each strip of A is packed by whoever
/// works on it, while the first cache holds it, and the memory behind the next strip is asked for meanwhile.
/// </summary>
internal unsafe struct GemmBlock<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Largest depth of a block: beyond it C is read and written once more.</summary>
    private const int DepthBlock = 1024;

    /// <summary>Elements of an operand packed at a time.</summary>
    private const nint PackedLimit = 4 << 20;

    /// <summary>Multiply-adds below which a second thread costs more than it brings.</summary>
    private const nint WorkPerThread = 1 << 17;

    /// <summary>Units of work for each thread, so that they finish together.</summary>
    private const nint UnitsPerThread = 8;

    private const int LargestTile = 12 * 32;

    private readonly GemmOperands<T> product;
    private readonly GemmTiles<T> tiles;
    private readonly GemmLeft<T> left;
    private readonly GemmRight<T> right;
    private nint ranges = 1;

    private GemmBlock(GemmTiles<T> tiles, in GemmOperands<T> product)
    {
        this.product = product;
        this.tiles = tiles;
        nint strips = (nint)(((nuint)product.M + (nuint)tiles.Rows - 1) / (nuint)tiles.Rows);
        right = new GemmRight<T>(tiles, product, strips);
        left = new GemmLeft<T>(tiles.Rows, product, strips, right.Panels);
    }

    public static void Multiply(GemmTiles<T> tiles, in GemmOperands<T> product)
    {
        nint width = tiles.Widest.Width;
        nint depths = Math.Min(product.K, PackedLimit / width);
        nint columns = PackedLimit / depths / width * width;
        nint rows = product.TransposeA ? PackedLimit / depths / tiles.Rows * tiles.Rows : product.M;
        for (nint row = 0; row < product.M; row += rows)
        {
            for (nint column = 0; column < product.N; column += columns)
            {
                for (nint depth = 0; depth < product.K; depth += depths)
                {
                    GemmOperands<T> part = product;
                    part.A = product.LeftAt(row, depth);
                    part.B = product.RightAt(depth, column);
                    part.C = product.C + (row * product.Ldc) + column;
                    part.M = Math.Min(rows, product.M - row);
                    part.N = Math.Min(columns, product.N - column);
                    part.K = Math.Min(depths, product.K - depth);
                    part.Beta = depth == 0 ? product.Beta : T.One;
                    MultiplyPart(tiles, part);
                }
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
            block.right.Pack(0, block.right.Panels);
            block.left.PackAhead(0, block.left.Strips);
            block.Compute(0, block.left.Strips);
            return;
        }

        nint wanted = threads * UnitsPerThread;
        block.ranges = Math.Clamp(wanted / block.left.Strips, 1, block.right.Panels);
        if (block.right.IsPacked || block.left.IsPackedAhead)
        {
            Workers.For(block.right.Panels + block.left.GroupsAhead, 1, new Packing(block));
        }
        else
        {
            block.right.Pack(0, block.right.Panels);
        }

        Workers.For(block.left.Strips * block.ranges, 1, new Units(block));
    }

    /// <summary>Computes a run of units: strip by strip, and in each strip range by range.</summary>
    private readonly void Compute(nint from, nint to)
    {
        nint blocks = product.K <= DepthBlock ? 1 : (product.K + DepthBlock - 1) / DepthBlock;
        T* own = left.NeedsOwn ? Scratch.Get<T>(ScratchUse.GemmLeft, (((product.K / blocks) + 1) * tiles.Rows) + GemmPacking.Slack) : null;
        nint depth = 0;
        for (nint block = 1; block <= blocks; block++)
        {
            nint end = block * product.K / blocks;
            nint packed = -1;
            for (nint unit = from; unit < to; unit++)
            {
                nint strip = ranges == 1 ? unit : unit / ranges;
                nint range = unit - (strip * ranges);
                T* rows = left.Take(strip, depth, end - depth, own, strip == packed);
                packed = strip;
                ComputeStrip(strip, range * right.Panels / ranges, (range + 1) * right.Panels / ranges, depth, end - depth, rows);
            }

            depth = end;
        }
    }

    private readonly void ComputeStrip(nint strip, nint firstPanel, nint endPanel, nint from, nint depth, T* rows)
    {
        nint height = left.Height(strip);
        T beta = from == 0 ? product.Beta : T.One;
        T* target = product.C + (strip * tiles.Rows * product.Ldc);
        GemmStep<T> step = new()
        {
            Depth = depth,
            Left = rows,
            LeftRow = product.TransposeA ? 1 : product.Lda,
            LeftStep = left.IsPacked ? 0 : product.TransposeA ? product.Lda : 1,
        };
        step.LeftDepth = left.IsPacked ? height : step.LeftStep;
        for (nint panel = firstPanel; panel < endPanel; panel++)
        {
            GemmTileColumn<T> kernels = right.Describe(panel, out nint column, out nint lanes);
            right.Aim(ref step, kernels.Width, column, lanes, from);
            step.Tile = kernels.Get(height, left.IsPacked);
            left.AskForNext(strip, from, depth, panel - firstPanel, endPanel - firstPanel);
            if (lanes == kernels.Width)
            {
                step.Multiply(beta, target + column, product.Ldc);
                continue;
            }

            MultiplyEdge(step, height, lanes, beta, target + column);
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

    /// <summary>What is packed before anything is computed: the panels of B, then strips of A.</summary>
    private readonly struct Packing(GemmBlock<T> block) : IRangeJob
    {
        public void Run(nint from, nint to)
        {
            nint panels = block.right.Panels;
            block.right.Pack(from, Math.Min(to, panels));
            block.left.PackGroups(Math.Max(0, from - panels), to - panels);
        }
    }

    private readonly struct Units(GemmBlock<T> block) : IRangeJob
    {
        public void Run(nint from, nint to) => block.Compute(from, to);
    }
}
