using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DtcGen.Tomography;

/// <summary>
/// The matrix Θ of a sparse reconstruction, r measurements × m coefficients. Held by columns, each padded
/// with zeros to whole vector registers, because a solver takes inner products with many columns and
/// combinations of few.
/// </summary>
internal sealed class SensingMatrix
{
    private const int CacheLine = 64;

    private readonly double[] _values;
    private readonly int _offset;

    /// <summary>Makes a matrix of zeros.</summary>
    /// <param name="rows">How many measurements, at least 0.</param>
    /// <param name="columns">How many coefficients, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range, or the matrix has more than 2³¹ entries.</exception>
    public SensingMatrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Rows = rows;
        Columns = columns;
        Stride = InnerProducts.Padded(rows);
        var length = ((long)Stride * columns) + InnerProducts.Register;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Array.MaxLength, nameof(columns));
        _values = GC.AllocateArray<double>((int)length, pinned: true);
        var beyond = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0) % CacheLine);
        _offset = beyond == 0 ? 0 : (CacheLine - beyond) / sizeof(double);
    }

    /// <summary>How many measurements.</summary>
    public int Rows { get; }

    /// <summary>How many coefficients.</summary>
    public int Columns { get; }

    /// <summary>How many numbers a padded column takes.</summary>
    internal int Stride { get; }

    /// <summary>How often the whole matrix has been multiplied by a vector, and so has passed through memory.</summary>
    internal long Passes { get; private set; }

    /// <summary>An entry.</summary>
    /// <param name="row">The measurement.</param>
    /// <param name="column">The coefficient.</param>
    public double this[int row, int column]
    {
        get => Column(column)[row];
        set => PaddedColumn(column)[..Rows][row] = value;
    }

    /// <summary>Copies a row-major matrix.</summary>
    /// <param name="values">rows × columns numbers.</param>
    /// <param name="rows">How many measurements.</param>
    /// <param name="columns">How many coefficients.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> has another size.</exception>
    public static SensingMatrix FromRows(ReadOnlySpan<double> values, int rows, int columns)
    {
        var matrix = new SensingMatrix(rows, columns);
        if (values.Length != (long)rows * columns)
        {
            throw new ArgumentException($"{rows} × {columns} entries are needed, {values.Length} were given.", nameof(values));
        }

        matrix.SetRows(0, values);
        return matrix;
    }

    /// <summary>A column.</summary>
    /// <param name="column">The coefficient.</param>
    public ReadOnlySpan<double> Column(int column) => PaddedColumn(column)[..Rows];

    /// <summary>Writes consecutive rows, given row-major.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void SetRows(int first, ReadOnlySpan<double> rows)
    {
        var count = rows.Length / Columns;
        for (var column = 0; column < Columns; column++)
        {
            var target = PaddedColumn(column);
            for (var row = 0; row < count; row++)
            {
                target[first + row] = rows[(row * Columns) + column];
            }
        }
    }

    internal Span<double> PaddedColumn(int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Columns, nameof(column));
        return _values.AsSpan(_offset + (column * Stride), Stride);
    }

    /// <summary>Θᵀ·vector: the inner product of every column with a vector.</summary>
    /// <param name="vector"><see cref="Stride"/> numbers, zeros beyond the rows.</param>
    /// <param name="products">One number per column.</param>
    internal void Correlate(double[] vector, double[] products)
    {
        const int ColumnsAtOnce = 128;
        Passes++;
        InnerProducts.Parallelize((long)Stride * Columns, (Columns + ColumnsAtOnce - 1) / ColumnsAtOnce, part =>
        {
            var from = part * ColumnsAtOnce;
            var count = Math.Min(ColumnsAtOnce, Columns - from);
            InnerProducts.RowsTimesVector(
                _values.AsSpan(_offset + (from * Stride)), Stride, count, vector.AsSpan(0, Stride), products.AsSpan(from));
        });
    }

    /// <summary>The inner products of some columns with a vector, in their order.</summary>
    internal void Correlate(int[] columns, int count, ReadOnlySpan<double> vector, double[] products)
    {
        if ((long)Stride * count < InnerProducts.ParallelWork)
        {
            Correlate(columns.AsSpan(0, count), vector, products);
            return;
        }

        const int ColumnsAtOnce = 64;
        var shared = vector.ToArray();
        Parallel.For(0, (count + ColumnsAtOnce - 1) / ColumnsAtOnce, part =>
        {
            var from = part * ColumnsAtOnce;
            Correlate(columns.AsSpan(from, Math.Min(ColumnsAtOnce, count - from)), shared, products.AsSpan(from));
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Correlate(ReadOnlySpan<int> columns, ReadOnlySpan<double> vector, Span<double> products)
    {
        ref var other = ref MemoryMarshal.GetReference(vector);
        var k = 0;
        for (; k + 4 <= columns.Length; k += 4)
        {
            InnerProducts.FourByOne(
                ref First(columns[k]),
                ref First(columns[k + 1]),
                ref First(columns[k + 2]),
                ref First(columns[k + 3]),
                ref other,
                (nuint)Stride,
                ref products[k]);
        }

        for (; k < columns.Length; k++)
        {
            products[k] = InnerProducts.Dot(PaddedColumn(columns[k]), vector[..Stride]);
        }
    }

    /// <summary>The lower triangle of the inner products of some columns, row-major.</summary>
    internal void LowerProducts(int[] columns, double[] result, int resultStride)
    {
        // Some columns at a time are brought together: a copy of all of them would take as much memory as the result.
        const int RowsAtOnce = 16;
        var work = (long)columns.Length * columns.Length * Stride / 2;
        InnerProducts.Parallelize(work, (columns.Length + RowsAtOnce - 1) / RowsAtOnce, part =>
        {
            var first = (((columns.Length - 1) / RowsAtOnce) - part) * RowsAtOnce;
            var end = Math.Min(first + RowsAtOnce, columns.Length);
            var room = ArrayPool<double>.Shared.Rent((RowsAtOnce + 4) * Stride);
            var left = room.AsSpan(0, RowsAtOnce * Stride);
            var right = room.AsSpan(RowsAtOnce * Stride, 4 * Stride);
            Pack(columns.AsSpan(first, end - first), left);
            for (var j = 0; j < end; j += 4)
            {
                var wide = Math.Min(4, end - j);
                Pack(columns.AsSpan(j, wide), right);
                for (var i = Math.Max(first, j); i < end; i += 4)
                {
                    InnerProducts.Block(
                        left[((i - first) * Stride)..],
                        Stride,
                        0,
                        Math.Min(4, end - i),
                        right,
                        Stride,
                        0,
                        wide,
                        Stride,
                        result.AsSpan((i * resultStride) + j),
                        resultStride,
                        InnerProducts.Merge.Set);
                }
            }

            ArrayPool<double>.Shared.Return(room);
        });
    }

    private void Pack(ReadOnlySpan<int> columns, Span<double> packed)
    {
        for (var k = 0; k < columns.Length; k++)
        {
            PaddedColumn(columns[k]).CopyTo(packed[(k * Stride)..]);
        }
    }

    /// <summary>result += Σ weights[k]·column columns[k].</summary>
    internal void AddCombination(ReadOnlySpan<int> columns, ReadOnlySpan<double> weights, double[] result)
    {
        if ((long)Stride * columns.Length < InnerProducts.ParallelWork)
        {
            AddCombination(columns, weights, result, 0, Stride);
            return;
        }

        // Each thread takes some rows of all columns, so that no two add to one number.
        var (which, factors) = (columns.ToArray(), weights.ToArray());
        var part = InnerProducts.Padded((Stride + Environment.ProcessorCount - 1) / Environment.ProcessorCount);
        Parallel.For(0, (Stride + part - 1) / part, index =>
            AddCombination(which, factors, result, index * part, Math.Min(part, Stride - (index * part))));
    }

    private void AddCombination(ReadOnlySpan<int> columns, ReadOnlySpan<double> weights, double[] result, int from, int length)
    {
        var target = result.AsSpan(from, length);
        var k = 0;
        for (; k + 4 <= columns.Length; k += 4)
        {
            InnerProducts.AddFourScaled(
                PaddedColumn(columns[k]).Slice(from, length),
                PaddedColumn(columns[k + 1]).Slice(from, length),
                PaddedColumn(columns[k + 2]).Slice(from, length),
                PaddedColumn(columns[k + 3]).Slice(from, length),
                weights.Slice(k, 4),
                target);
        }

        for (; k < columns.Length; k++)
        {
            InnerProducts.AddScaled(PaddedColumn(columns[k]).Slice(from, length), weights[k], target);
        }
    }

    /// <summary>max |Θ[i,j]|, NaN when an entry is NaN; 0 when there is no entry.</summary>
    internal double LargestMagnitude() => Math.Abs(TensorPrimitives.MaxMagnitude<double>(_values));

    /// <summary>factor·Θ.</summary>
    internal SensingMatrix Scaled(double factor)
    {
        var scaled = new SensingMatrix(Rows, Columns);
        for (var column = 0; column < Columns; column++)
        {
            TensorPrimitives.Multiply(PaddedColumn(column), factor, scaled.PaddedColumn(column));
        }

        return scaled;
    }

    private ref double First(int column) => ref _values[_offset + (column * Stride)];

}
