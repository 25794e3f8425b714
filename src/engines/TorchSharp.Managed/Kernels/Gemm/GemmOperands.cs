namespace TorchSharp.Kernels;

/// <summary>One matrix product, row-major: C (m × n) = op(A)·op(B) + beta·C with depth k.</summary>
internal unsafe struct GemmOperands<T>
    where T : unmanaged
{
    public bool TransposeA;
    public bool TransposeB;
    public nint M;
    public nint N;
    public nint K;
    public T* A;
    public nint Lda;
    public T* B;
    public nint Ldb;
    public T Beta;
    public T* C;
    public nint Ldc;

    /// <summary>Where op(A)'s element (row, depth) lies.</summary>
    public readonly T* LeftAt(nint row, nint depth) => A + (TransposeA ? (depth * Lda) + row : (row * Lda) + depth);

    /// <summary>Where op(B)'s element (depth, column) lies.</summary>
    public readonly T* RightAt(nint depth, nint column) => B + (TransposeB ? (column * Ldb) + depth : (depth * Ldb) + column);
}
