using System.Runtime.InteropServices;

namespace DtcGen.Tomography;

/// <summary>
/// Factors Θ_AΘ_Aᵀ + shift·1, one row per measurement, for a set A of active columns that changes from call to
/// call. The matrix is brought up to date by the columns that came and went alone.
/// </summary>
internal sealed class DualSystem
{
    /// <summary>At first nearly all columns of Θ may come: copied at once, they would take as much memory as Θ itself.</summary>
    private const int ColumnsAtOnce = 512;

    private readonly SensingMatrix _theta;
    private readonly double[] _matrix;
    private readonly int _stride;
    private readonly bool[] _isIn;
    private readonly List<int> _coming = [];
    private readonly List<int> _going = [];
    private double[] _packed = [];

    /// <summary>Of no columns.</summary>
    /// <param name="theta">Θ.</param>
    /// <param name="factor">Room for the factor.</param>
    public DualSystem(SensingMatrix theta, Cholesky factor)
    {
        Factor = factor;
        _theta = theta;
        _stride = InnerProducts.Padded(theta.Rows);
        _matrix = new double[theta.Rows * _stride];
        _isIn = new bool[theta.Columns];
    }

    /// <summary>The factor of the last call that succeeded.</summary>
    public Cholesky Factor { get; }

    /// <summary>Factors for these columns, ascending.</summary>
    public bool TryFactor(ReadOnlySpan<int> active, double shift)
    {
        FindChanges(active);
        Merge(_coming, InnerProducts.Merge.Add);
        Merge(_going, InnerProducts.Merge.Subtract);
        Factor.Resize(_theta.Rows);
        _matrix.CopyTo(Factor.Matrix, 0);
        for (var row = 0; row < _theta.Rows; row++)
        {
            Factor.Matrix[(row * _stride) + row] += shift;
        }

        return Factor.TryFactor();
    }

    private void FindChanges(ReadOnlySpan<int> active)
    {
        _coming.Clear();
        _going.Clear();
        var place = 0;
        for (var column = 0; column < _isIn.Length; column++)
        {
            var stays = place < active.Length && active[place] == column;
            place += stays ? 1 : 0;
            if (stays != _isIn[column])
            {
                (stays ? _coming : _going).Add(column);
                _isIn[column] = stays;
            }
        }
    }

    private void Merge(List<int> columns, InnerProducts.Merge how)
    {
        var all = CollectionsMarshal.AsSpan(columns);
        for (var first = 0; first < all.Length; first += ColumnsAtOnce)
        {
            Merge(all.Slice(first, Math.Min(ColumnsAtOnce, all.Length - first)), how);
        }
    }

    private void Merge(ReadOnlySpan<int> columns, InnerProducts.Merge how)
    {
        // Transposed into rows of one measurement each, so that inner products run along memory.
        var length = InnerProducts.Padded(columns.Length);
        if (_packed.Length < _theta.Rows * length)
        {
            _packed = new double[_theta.Rows * length];
        }

        _packed.AsSpan(0, _theta.Rows * length).Clear();
        for (var k = 0; k < columns.Length; k++)
        {
            var column = _theta.Column(columns[k]);
            for (var row = 0; row < column.Length; row++)
            {
                _packed[(row * length) + k] = column[row];
            }
        }

        InnerProducts.LowerProducts(_packed, _packed, length, _theta.Rows, _matrix, _stride, how);
    }
}
