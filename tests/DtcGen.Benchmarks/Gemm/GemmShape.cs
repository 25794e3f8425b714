namespace DtcGen.Benchmarks;

/// <summary>The sizes of a product: C (m × n) = op(A)·op(B) of depth k.</summary>
internal sealed record GemmShape(bool TransposeA, bool TransposeB, int M, int N, int K)
{
    /// <summary>The products of one training step of a 784-512-10 network at batch 512, and one step near the end.</summary>
    public static IReadOnlyList<GemmShape> Training { get; } =
    [
        new(false, false, 512, 512, 784),
        new(false, true, 512, 512, 784),
        new(true, false, 512, 784, 512),
        new(false, true, 512, 10, 512),
        new(false, false, 512, 512, 10),
        new(true, false, 10, 512, 512),
        new(false, true, 512, 45, 784),
        new(true, false, 45, 784, 512),
        new(false, true, 512, 10, 45),
        new(false, false, 512, 45, 10),
        new(true, false, 10, 45, 512),
        new(false, true, 1, 512, 784),
    ];

    /// <summary>Every combination of these sizes and of the four transpositions.</summary>
    public static IEnumerable<GemmShape> Grid(int[] sizes)
        => from m in sizes
           from n in sizes
           from k in sizes
           from transposes in Enumerable.Range(0, 4)
           select new GemmShape((transposes & 1) != 0, (transposes & 2) != 0, m, n, k);

    public override string ToString() => $"{M}x{N}x{K} {(TransposeA ? 'T' : 'N')}{(TransposeB ? 'T' : 'N')}";
}
