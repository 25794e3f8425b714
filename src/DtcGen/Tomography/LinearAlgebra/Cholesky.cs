using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace DtcGen.Tomography;

/// <summary>
/// The factor L of a symmetric positive definite matrix, A = L·Lᵀ, row by row so that every step is an
/// inner product of contiguous numbers. Works in blocks of columns; both cores share large ones.
/// </summary>
internal sealed class Cholesky
{
    private const int SmallOrder = 256;

    private const int LargestBlock = 4 * InnerProducts.Register;

    private readonly double[] _diagonal = new double[LargestBlock * LargestBlock];
    private double[] _factor = [];
    private int _stride;

    /// <summary>The order of the matrix.</summary>
    public int Order { get; private set; }

    /// <summary>The distance between rows of <see cref="Matrix"/>.</summary>
    public int Stride => _stride;

    /// <summary>
    /// Row-major room for a matrix of the order last given to <see cref="Resize"/>: the caller fills the lower
    /// triangle, <see cref="TryFactor"/> replaces it by L.
    /// </summary>
    public double[] Matrix => _factor;

    /// <summary>Makes room for a matrix; its content is undefined.</summary>
    public void Resize(int order)
    {
        Order = order;
        _stride = InnerProducts.Padded(order);
        var needed = order * _stride;
        if (_factor.Length < needed)
        {
            _factor = new double[needed];
        }
    }

    /// <summary>Factors in place. False when the matrix is not positive definite to rounding, or not finite.</summary>
    public bool TryFactor()
    {
        var block = Order < SmallOrder ? InnerProducts.Register : LargestBlock;
        for (var first = 0; first < Order; first += block)
        {
            var width = Math.Min(block, Order - first);
            Eliminate(first, width, first, Order);
            if (!TryFactorDiagonal(first, width))
            {
                return false;
            }

            SolveBelow(first, width);
        }

        ClearPadding();
        return true;
    }

    /// <summary>Solves A·x = b in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(Span<double> values)
    {
        for (var i = 0; i < Order; i++)
        {
            var row = _factor.AsSpan(i * _stride, i);
            values[i] = (values[i] - InnerProducts.Dot(row, values[..i])) / _factor[(i * _stride) + i];
        }

        for (var i = Order - 1; i >= 0; i--)
        {
            values[i] /= _factor[(i * _stride) + i];
            TensorPrimitives.MultiplyAdd(_factor.AsSpan(i * _stride, i), -values[i], values[..i], values[..i]);
        }
    }

    /// <summary>Subtracts what the columns before a block contribute to it.</summary>
    private void Eliminate(int first, int width, int fromRow, int toRow)
    {
        if (first == 0)
        {
            return;
        }

        void Rows(int block)
        {
            var i = fromRow + (4 * block);
            var high = Math.Min(4, toRow - i);
            for (var j = first; j < first + width && j < i + high; j += 4)
            {
                InnerProducts.Block(
                    _factor,
                    _stride,
                    i,
                    high,
                    _factor,
                    _stride,
                    j,
                    Math.Min(4, first + width - j),
                    first,
                    _factor,
                    _stride,
                    InnerProducts.Merge.Subtract);
            }
        }

        InnerProducts.Parallelize((long)(toRow - fromRow) * width * first, (toRow - fromRow + 3) / 4, Rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryFactorDiagonal(int first, int width)
    {
        for (var i = first; i < first + width; i++)
        {
            var row = _factor.AsSpan(i * _stride);
            for (var j = first; j <= i; j++)
            {
                var other = _factor.AsSpan(j * _stride);
                var sum = row[j];
                for (var k = first; k < j; k++)
                {
                    sum -= row[k] * other[k];
                }

                if (j < i)
                {
                    row[j] = sum / other[j];
                }
                else if (sum > 0 && double.IsFinite(sum))
                {
                    row[i] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>
    /// Divides the rows below a diagonal block by it. The block is inverted first: then this is inner products
    /// too, instead of a chain of dependent subtractions.
    /// </summary>
    private void SolveBelow(int first, int width)
    {
        var below = Order - first - width;
        if (below == 0)
        {
            return;
        }

        // A block that is followed by another is whole, so its rows need no padding.
        InvertDiagonal(first, width);
        const int RowsAtOnce = 4;
        InnerProducts.Parallelize((long)below * width * width / 2, (below + RowsAtOnce - 1) / RowsAtOnce, part =>
        {
            var top = first + width + (RowsAtOnce * part);
            var high = Math.Min(RowsAtOnce, Order - top);
            Span<double> old = stackalloc double[RowsAtOnce * LargestBlock];
            for (var row = 0; row < high; row++)
            {
                _factor.AsSpan(((top + row) * _stride) + first, width).CopyTo(old[(row * width)..]);
            }

            for (var j = 0; j < width; j += 4)
            {
                InnerProducts.Block(
                    old,
                    width,
                    0,
                    high,
                    _diagonal,
                    width,
                    j,
                    4,
                    width,
                    _factor.AsSpan((top * _stride) + first),
                    _stride,
                    InnerProducts.Merge.Set);
            }
        });
    }

    /// <summary>The inverse of a diagonal block of L, row-major, zeros right of the diagonal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void InvertDiagonal(int first, int width)
    {
        Array.Clear(_diagonal);
        for (var j = 0; j < width; j++)
        {
            _diagonal[(j * width) + j] = 1 / _factor[((first + j) * _stride) + first + j];
            for (var i = j + 1; i < width; i++)
            {
                var row = _factor.AsSpan(((first + i) * _stride) + first, width);
                double sum = 0;
                for (var k = j; k < i; k++)
                {
                    sum += row[k] * _diagonal[(k * width) + j];
                }

                _diagonal[(i * width) + j] = -sum / row[i];
            }
        }
    }

    /// <summary>Rows are read in whole registers: what stands right of the diagonal's block must be zero.</summary>
    private void ClearPadding()
    {
        for (var i = 0; i < Order; i++)
        {
            _factor.AsSpan((i * _stride) + i + 1, _stride - i - 1).Clear();
        }
    }
}
