using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// One tile's product over a depth block. The first part of the depth may read B where it lies, the rest reads it packed:
/// a row at the very end of B must not be read beyond its end.
/// </summary>
internal unsafe struct GemmStep<T>
    where T : unmanaged, INumberBase<T>
{
    public delegate*<nint, T*, nint, nint, T*, nint, T, T*, nint, void> Tile;
    public nint Depth;
    public nint DirectDepth;
    public T* Direct;
    public nint DirectStep;
    public T* Packed;
    public nint Width;
    public T* Left;
    public nint LeftRow;
    public nint LeftStep;

    /// <summary>Elements from one depth of the left operand to the next, packed or not.</summary>
    public nint LeftDepth;

    public readonly void Multiply(T beta, T* c, nint ldc)
    {
        if (DirectDepth > 0)
        {
            Tile(DirectDepth, Left, LeftRow, LeftStep, Direct, DirectStep, beta, c, ldc);
            beta = T.One;
        }

        if (DirectDepth < Depth)
        {
            Tile(Depth - DirectDepth, Left + (DirectDepth * LeftDepth), LeftRow, LeftStep, Packed, Width, beta, c, ldc);
        }
    }
}
