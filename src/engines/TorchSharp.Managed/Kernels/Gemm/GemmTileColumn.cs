namespace TorchSharp.Kernels;

/// <summary>Tile kernels of one width, by the number of rows (1 to 12).</summary>
internal sealed unsafe class GemmTileColumn<T>(int width)
    where T : unmanaged
{
    public const int MaxRows = 12;

    private readonly nint[] packed = new nint[MaxRows + 1];
    private readonly nint[] strided = new nint[MaxRows + 1];

    /// <summary>Columns of C that a tile covers.</summary>
    public int Width { get; } = width;

    public void Set(
        int rows,
        delegate*<nint, T*, nint, nint, T*, nint, T, T*, nint, void> packedKernel,
        delegate*<nint, T*, nint, nint, T*, nint, T, T*, nint, void> stridedKernel)
    {
        packed[rows] = (nint)packedKernel;
        strided[rows] = (nint)stridedKernel;
    }

    /// <summary>The kernel for so many rows, A being packed or where it lies.</summary>
    public delegate*<nint, T*, nint, nint, T*, nint, T, T*, nint, void> Get(nint rows, bool packedRows)
        => (delegate*<nint, T*, nint, nint, T*, nint, T, T*, nint, void>)(packedRows ? packed : strided)[rows];
}
