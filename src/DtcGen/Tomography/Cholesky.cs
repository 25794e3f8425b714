using System.Numerics.Tensors;

namespace DtcGen.Tomography;

/// <summary>
/// The factor L of a symmetric positive definite matrix, A = L·Lᵀ, row by row so that every step is an
/// inner product of contiguous numbers. Works in blocks of columns; both cores share large ones.
/// </summary>
internal sealed class Cholesky
{
    private const int SmallOrder = 256;

    private double[] factor = [];
    private int stride;

    /// <summary>The order of the matrix.</summary>
    public int Order { get; private set; }

    /// <summary>The distance between rows of <see cref="Matrix"/>.</summary>
    public int Stride => stride;

    /// <summary>
    /// Row-major room for a matrix of the order last given to <see cref="Resize"/>: the caller fills the lower
    /// triangle, <see cref="TryFactor"/> replaces it by L.
    /// </summary>
    public double[] Matrix => factor;

    /// <summary>Makes room for a matrix; its content is undefined.</summary>
    public void Resize(int order)
    {
        Order = order;
        stride = InnerProducts.Padded(order);
        var needed = order * stride;
        if (factor.Length < needed)
        {
            factor = new double[needed + (needed / 4)];
        }
    }

    /// <summary>Factors in place. False when the matrix is not positive definite to rounding, or not finite.</summary>
    public bool TryFactor()
    {
        var block = Order < SmallOrder ? InnerProducts.Register : 4 * InnerProducts.Register;
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
    public void Solve(Span<double> values)
    {
        for (var i = 0; i < Order; i++)
        {
            var row = factor.AsSpan(i * stride, i);
            values[i] = (values[i] - InnerProducts.Dot(row, values[..i])) / factor[(i * stride) + i];
        }

        for (var i = Order - 1; i >= 0; i--)
        {
            values[i] /= factor[(i * stride) + i];
            TensorPrimitives.MultiplyAdd(factor.AsSpan(i * stride, i), -values[i], values[..i], values[..i]);
        }
    }

    /// <summary>Writes the inverse of A, whole and symmetric.</summary>
    /// <param name="inverse">Row-major room.</param>
    /// <param name="inverseStride">The distance between its rows.</param>
    public void Invert(double[] inverse, int inverseStride)
    {
        // Row j of `columns` is column j of L⁻¹, which starts at j; the inverse is their inner products.
        var columns = new double[Order * stride];
        Parallelize((long)Order * Order * Order / 3, Order, j =>
        {
            var column = columns.AsSpan(j * stride, stride);
            column[j] = 1 / factor[(j * stride) + j];
            for (var i = j + 1; i < Order; i++)
            {
                var product = InnerProducts.Dot(factor.AsSpan((i * stride) + j, i - j), column[j..i]);
                column[i] = -product / factor[(i * stride) + i];
            }
        });

        var blocks = (Order + 3) / 4;
        Parallelize((long)Order * Order * Order / 3, blocks, block =>
        {
            var i = 4 * block;
            var high = Math.Min(4, Order - i);
            var begin = i / InnerProducts.Register * InnerProducts.Register;
            for (var j = 0; j <= i; j += 4)
            {
                InnerProducts.Block(columns.AsSpan(begin), stride, i, high, columns.AsSpan(begin), stride, j, Math.Min(4, Order - j), stride - begin, inverse, inverseStride, subtract: false);
            }
        });

        for (var i = 0; i < Order; i++)
        {
            for (var j = i + 1; j < Order; j++)
            {
                inverse[(i * inverseStride) + j] = inverse[(j * inverseStride) + i];
            }
        }
    }

    private static void Parallelize(long work, int count, Action<int> body)
    {
        if (work < InnerProducts.ParallelWork)
        {
            for (var i = 0; i < count; i++)
            {
                body(i);
            }

            return;
        }

        Parallel.For(0, count, body);
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
                InnerProducts.Block(factor, stride, i, high, factor, stride, j, Math.Min(4, first + width - j), first, factor, stride, subtract: true);
            }
        }

        Parallelize((long)(toRow - fromRow) * width * first, (toRow - fromRow + 3) / 4, Rows);
    }

    private bool TryFactorDiagonal(int first, int width)
    {
        for (var i = first; i < first + width; i++)
        {
            var row = factor.AsSpan(i * stride);
            for (var j = first; j <= i; j++)
            {
                var other = factor.AsSpan(j * stride);
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

    private void SolveBelow(int first, int width)
    {
        var below = Order - first - width;
        Parallelize((long)below * width * width / 2, below, index =>
        {
            var row = factor.AsSpan((first + width + index) * stride);
            for (var j = first; j < first + width; j++)
            {
                var other = factor.AsSpan(j * stride);
                var sum = row[j];
                for (var k = first; k < j; k++)
                {
                    sum -= row[k] * other[k];
                }

                row[j] = sum / other[j];
            }
        });
    }

    /// <summary>Rows are read in whole registers: what stands right of the diagonal's block must be zero.</summary>
    private void ClearPadding()
    {
        for (var i = 0; i < Order; i++)
        {
            factor.AsSpan((i * stride) + i + 1, stride - i - 1).Clear();
        }
    }
}
