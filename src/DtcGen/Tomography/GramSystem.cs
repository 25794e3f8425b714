namespace DtcGen.Tomography;

/// <summary>
/// Factors (Gram matrix + shift·1) for a set of columns of Θ, either as Θ_AᵀΘ_A, one row per column, or as
/// Θ_AΘ_Aᵀ, one row per measurement: whichever is smaller serves a Newton step.
/// </summary>
internal sealed class GramSystem(SensingMatrix theta)
{
    private double[] packed = [];

    public Cholesky Factor { get; } = new();

    /// <summary>Factors Θ_AᵀΘ_A + shift·1.</summary>
    public bool TryFactorColumns(ReadOnlySpan<int> active, double shift)
    {
        Reserve(active.Length * theta.Stride);
        for (var k = 0; k < active.Length; k++)
        {
            theta.PaddedColumn(active[k]).CopyTo(packed.AsSpan(k * theta.Stride));
        }

        return TryFactor(active.Length, theta.Stride, shift);
    }

    /// <summary>Factors Θ_AΘ_Aᵀ + shift·1.</summary>
    public bool TryFactorRows(ReadOnlySpan<int> active, double shift)
    {
        var length = InnerProducts.Padded(active.Length);
        Reserve(theta.Rows * length);
        packed.AsSpan(0, theta.Rows * length).Clear();
        for (var k = 0; k < active.Length; k++)
        {
            var column = theta.Column(active[k]);
            for (var row = 0; row < column.Length; row++)
            {
                packed[(row * length) + k] = column[row];
            }
        }

        return TryFactor(theta.Rows, length, shift);
    }

    private bool TryFactor(int order, int length, double shift)
    {
        Factor.Resize(order);
        var (matrix, stride) = (Factor.Matrix, Factor.Stride);
        if ((long)order * order * length / 2 < InnerProducts.ParallelWork)
        {
            InnerProducts.LowerProducts(packed, length, length, 0, order, matrix, stride);
        }
        else
        {
            const int Rows = 16;
            Parallel.For(0, (order + Rows - 1) / Rows, part =>
            {
                // The longest rows first, so that no thread is left with one at the end.
                var first = ((order - 1) / Rows - part) * Rows;
                InnerProducts.LowerProducts(packed, length, length, first, Math.Min(Rows, order - first), matrix, stride);
            });
        }

        for (var i = 0; i < order; i++)
        {
            matrix[(i * stride) + i] += shift;
        }

        return Factor.TryFactor();
    }

    private void Reserve(int length)
    {
        if (packed.Length < length)
        {
            packed = new double[length + (length / 4)];
        }
    }
}
