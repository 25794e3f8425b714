namespace DtcGen.Tomography;

/// <summary>
/// Factors Θ_AΘ_Aᵀ + shift·1, one row per measurement, for a set A of active columns that changes from call to
/// call. The matrix is brought up to date by the columns that came and went alone.
/// </summary>
internal sealed class DualSystem
{
    private readonly SensingMatrix theta;
    private readonly double[] matrix;
    private readonly int stride;
    private readonly bool[] isIn;
    private readonly List<int> coming = [];
    private readonly List<int> going = [];
    private double[] packed = [];

    public DualSystem(SensingMatrix theta)
    {
        this.theta = theta;
        stride = InnerProducts.Padded(theta.Rows);
        matrix = new double[theta.Rows * stride];
        isIn = new bool[theta.Columns];
    }

    /// <summary>The factor of the last call that succeeded.</summary>
    public Cholesky Factor { get; } = new();

    /// <summary>Factors for these columns, ascending.</summary>
    public bool TryFactor(ReadOnlySpan<int> active, double shift)
    {
        FindChanges(active);
        Merge(coming, InnerProducts.Merge.Add);
        Merge(going, InnerProducts.Merge.Subtract);
        Factor.Resize(theta.Rows);
        matrix.CopyTo(Factor.Matrix, 0);
        for (var row = 0; row < theta.Rows; row++)
        {
            Factor.Matrix[(row * stride) + row] += shift;
        }

        return Factor.TryFactor();
    }

    private void FindChanges(ReadOnlySpan<int> active)
    {
        coming.Clear();
        going.Clear();
        var place = 0;
        for (var column = 0; column < isIn.Length; column++)
        {
            var stays = place < active.Length && active[place] == column;
            place += stays ? 1 : 0;
            if (stays != isIn[column])
            {
                (stays ? coming : going).Add(column);
                isIn[column] = stays;
            }
        }
    }

    private void Merge(List<int> columns, InnerProducts.Merge how)
    {
        if (columns.Count == 0)
        {
            return;
        }

        // Transposed into rows of one measurement each, so that inner products run along memory.
        var length = InnerProducts.Padded(columns.Count);
        if (packed.Length < theta.Rows * length)
        {
            packed = new double[theta.Rows * length];
        }

        packed.AsSpan(0, theta.Rows * length).Clear();
        for (var k = 0; k < columns.Count; k++)
        {
            var column = theta.Column(columns[k]);
            for (var row = 0; row < column.Length; row++)
            {
                packed[(row * length) + k] = column[row];
            }
        }

        InnerProducts.LowerProducts(packed, length, theta.Rows, matrix, stride, how);
    }
}
