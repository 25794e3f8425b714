using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>
/// A in a blocked product: strips of rows as high as a tile. A transposed A is packed ahead, a few of its rows at a time
/// for many strips, since a strip is but a splinter of each row; otherwise a strip is packed when its turn comes. With few
/// panels to read it, A is left where it lies.
/// </summary>
internal readonly unsafe struct GemmLeft<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Depths of a transposed A packed in one go.</summary>
    private const int DepthsAtOnce = 16;

    /// <summary>Strips of a transposed A packed together: four of twelve single-precision rows are three cache lines.</summary>
    private const nint StripsPerGroup = 4;

    /// <summary>Panels up to which packing A costs more than it saves.</summary>
    private const nint FewPanels = 2;

    private const int CacheLine = 64;

    private readonly GemmOperands<T> product;
    private readonly nint rows;
    private readonly T* ahead;

    public GemmLeft(nint rows, in GemmOperands<T> product, nint strips, nint panels)
    {
        this.product = product;
        this.rows = rows;
        Strips = strips;
        IsPacked = panels > FewPanels;
        IsPackedAhead = IsPacked && product.TransposeA;
        ahead = IsPackedAhead ? Scratch.Get<T>(ScratchUse.GemmLeftAhead, (product.M * product.K) + GemmPacking.Slack) : null;
    }

    /// <summary>How many strips cover the rows.</summary>
    public nint Strips { get; }

    /// <summary>Whether tiles read A packed.</summary>
    public bool IsPacked { get; }

    /// <summary>Whether all of A is packed before anything is computed.</summary>
    public bool IsPackedAhead { get; }

    /// <summary>Whether a thread needs memory to pack a strip into.</summary>
    public bool NeedsOwn => IsPacked && !IsPackedAhead;

    /// <summary>Groups of strips to be packed ahead.</summary>
    public nint GroupsAhead => IsPackedAhead ? (Strips + StripsPerGroup - 1) / StripsPerGroup : 0;

    /// <summary>How many rows a strip has.</summary>
    public nint Height(nint strip) => Math.Min(rows, product.M - (strip * rows));

    /// <summary>Packs a range of groups of strips.</summary>
    public void PackGroups(nint from, nint to) => PackAhead(from * StripsPerGroup, Math.Min(to * StripsPerGroup, Strips));

    /// <summary>Packs a range of strips, if A is packed ahead.</summary>
    public void PackAhead(nint from, nint to)
    {
        if (!IsPackedAhead)
        {
            return;
        }

        for (nint depth = 0; depth < product.K; depth += DepthsAtOnce)
        {
            nint count = Math.Min(DepthsAtOnce, product.K - depth);
            for (nint strip = from; strip < to; strip++)
            {
                nint height = Height(strip);
                GemmPacking.Along(product.LeftAt(strip * rows, depth), product.Lda, height, count, ahead + (strip * rows * product.K) + (depth * height), height);
            }
        }
    }

    /// <summary>
    /// Where a tile reads a strip from a depth on. A strip that is not packed ahead is packed into the thread's
    /// <paramref name="own"/> memory, unless it <paramref name="isThere"/> already.
    /// </summary>
    public T* Take(nint strip, nint from, nint depth, T* own, bool isThere)
    {
        nint height = Height(strip);
        if (IsPackedAhead)
        {
            return ahead + (strip * rows * product.K) + (from * height);
        }

        T* source = product.LeftAt(strip * rows, from);
        if (!IsPacked)
        {
            return source;
        }

        if (!isThere)
        {
            GemmPacking.Across(source, product.Lda, height, depth, own, height);
        }

        return own;
    }

    /// <summary>Brings one of several equal parts of the next strip near, since it may lie in main memory.</summary>
    public void AskForNext(nint strip, nint from, nint depth, nint part, nint parts)
    {
        if (!NeedsOwn || !Sse.IsSupported || strip + 1 >= Strips)
        {
            return;
        }

        nint height = Height(strip + 1);
        for (nint row = part * height / parts, end = (part + 1) * height / parts; row < end; row++)
        {
            byte* line = (byte*)product.LeftAt(((strip + 1) * rows) + row, from);
            for (byte* last = line + (depth * Unsafe.SizeOf<T>()); line < last; line += CacheLine)
            {
                Sse.Prefetch1(line);
            }
        }
    }
}
