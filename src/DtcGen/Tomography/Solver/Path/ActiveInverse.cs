using System.Numerics.Tensors;

namespace DtcGen.Tomography;

/// <summary>
/// A set of linearly independent columns of Θ with the inverse of their Gram matrix, kept up to date as
/// columns come and go, in O(r²) each.
/// </summary>
internal sealed class ActiveInverse
{
    /// <summary>A column whose part outside the others' span is smaller than this share of it is dependent.</summary>
    private const double Independence = 1e-11;

    private readonly SensingMatrix _theta;
    private readonly GramSystem _system;
    private readonly double[] _inverse;
    private readonly int _stride;
    private readonly double[] _gram;
    private readonly double[] _leavingRow;
    private readonly double[] _products;
    private readonly double[] _remainder;
    private readonly double[] _image;
    private readonly int[] _columns;

    /// <summary>Of no columns.</summary>
    /// <param name="theta">Θ.</param>
    /// <param name="room">Room for the factor of a Gram matrix.</param>
    public ActiveInverse(SensingMatrix theta, Cholesky room)
    {
        _theta = theta;
        _system = new GramSystem(theta, room);
        var capacity = Math.Min(theta.Rows, theta.Columns);
        _stride = InnerProducts.Padded(capacity);
        _inverse = new double[capacity * _stride];
        _gram = new double[_stride];
        _leavingRow = new double[_stride];
        _products = new double[theta.Columns];
        _remainder = new double[theta.Stride];
        _image = new double[_stride];
        _columns = new int[capacity];
    }

    public int Count { get; private set; }

    /// <summary>The active columns, in no particular order.</summary>
    public ReadOnlySpan<int> Columns => _columns.AsSpan(0, Count);

    /// <summary>What <see cref="TryAdd"/> found: the combination of the active columns nearest to the column asked for.</summary>
    public ReadOnlySpan<double> Combination => _image.AsSpan(0, Count);

    /// <summary>The inner products of the active columns with a vector, each written to its column's place.</summary>
    public void Correlate(double[] vector, double[] products) => _theta.Correlate(_columns, Count, vector, products);

    /// <summary>inverse · vector.</summary>
    /// <param name="vector">One number per active column, zeros from there to the padding.</param>
    /// <param name="product">Receives one number per active column.</param>
    public void Multiply(double[] vector, double[] product)
        => Multiply(vector.AsSpan(0, InnerProducts.Padded(Count)), product);

    /// <summary>Adds a column. False, and nothing changes, when it depends on the active ones.</summary>
    public bool TryAdd(int column)
    {
        Combine(column);
        if (Count == _columns.Length)
        {
            return false;
        }

        var added = _theta.PaddedColumn(column);
        TensorPrimitives.Negate(added, _remainder);
        _theta.AddCombination(Columns, Combination, _remainder);
        var outside = InnerProducts.Square(_remainder);
        if (!(outside > Independence * InnerProducts.Square(added)))
        {
            return false;
        }

        InnerProducts.Parallelize(2L * Count * Count, Count, k =>
            InnerProducts.AddScaled(_image.AsSpan(0, InnerProducts.Padded(Count)), _image[k] / outside, Row(k)));

        _columns[Count] = column;
        Count++;
        SetLine(Count - 1, outside);
        return true;
    }

    /// <summary>
    /// Puts the column that <see cref="TryAdd"/> last refused in the place of an active one. False, and nothing
    /// changes, when it depends on the others too.
    /// </summary>
    public bool TryExchange(int place, int column)
    {
        var leaving = _leavingRow.AsSpan(0, InnerProducts.Padded(Count));
        Row(place)[..leaving.Length].CopyTo(leaving);
        var pivot = leaving[place];
        var share = _image[place];

        // What of the new column the others do not reach, and how they reach the rest.
        var outside = share * share / pivot;
        if (!(pivot > 0 && outside > Independence * InnerProducts.Square(_theta.PaddedColumn(column))))
        {
            return false;
        }

        var used = _image.AsSpan(0, leaving.Length);
        InnerProducts.AddScaled(leaving, -share / pivot, used);
        _image[place] = 0;
        InnerProducts.Parallelize(2L * Count * Count, Count, k =>
        {
            var length = InnerProducts.Padded(Count);
            InnerProducts.AddScaled(
                _leavingRow.AsSpan(0, length), -_leavingRow[k] / pivot, _image.AsSpan(0, length), _image[k] / outside, Row(k));
        });
        _columns[place] = column;
        SetLine(place, outside);
        return true;
    }

    /// <summary>Removes the column at a place; the last one takes its place.</summary>
    public void RemoveAt(int place)
    {
        var last = Count - 1;
        if (place != last)
        {
            (_columns[place], _columns[last]) = (_columns[last], _columns[place]);
            for (var k = 0; k <= last; k++)
            {
                (_inverse[(place * _stride) + k], _inverse[
                    (last * _stride) + k]) = (_inverse[(last * _stride) + k], _inverse[(place * _stride) + k]);
            }

            for (var k = 0; k <= last; k++)
            {
                (_inverse[(k * _stride) + place], _inverse[
                    (k * _stride) + last]) = (_inverse[(k * _stride) + last], _inverse[(k * _stride) + place]);
            }
        }

        var pivot = _inverse[(last * _stride) + last];
        var length = InnerProducts.Padded(Count);
        InnerProducts.Parallelize(2L * last * last, last, k =>
        {
            InnerProducts.AddScaled(Row(last)[..length], -_inverse[(k * _stride) + last] / pivot, Row(k));
            _inverse[(k * _stride) + last] = 0;
        });

        Count = last;
    }

    /// <summary>Computes the inverse afresh. False when the columns have become dependent.</summary>
    public bool TryRefresh() => TrySet(_columns.AsSpan(0, Count).ToArray());

    /// <summary>Makes these columns the active ones. False, and none is active, when they are dependent.</summary>
    public bool TrySet(ReadOnlySpan<int> active)
    {
        Array.Clear(_inverse);
        Count = 0;
        if (active.Length > _columns.Length)
        {
            return false;
        }

        if (!_system.TryInvert(active, _inverse, _stride))
        {
            return false;
        }

        active.CopyTo(_columns);
        Count = active.Length;
        ClearBeyond();
        return true;
    }

    /// <summary>Computes how the active columns combine to the one nearest to a column.</summary>
    private void Combine(int column)
    {
        _theta.PaddedColumn(column).CopyTo(_remainder);
        _theta.Correlate(_columns, Count, _remainder, _products);
        Array.Clear(_gram);
        for (var k = 0; k < Count; k++)
        {
            _gram[k] = _products[_columns[k]];
        }

        Multiply(_gram.AsSpan(0, InnerProducts.Padded(Count)), _image);
        _image.AsSpan(Count).Clear();
    }

    /// <summary>Writes the inverse's row and column of a place from the combination that its column nearly is.</summary>
    private void SetLine(int place, double outside)
    {
        var line = Row(place);
        line.Clear();
        for (var k = 0; k < Count; k++)
        {
            var entry = k == place ? 1 / outside : -_image[k] / outside;
            line[k] = entry;
            _inverse[(k * _stride) + place] = entry;
        }
    }

    private void ClearBeyond()
    {
        for (var k = 0; k < Count; k++)
        {
            Row(k)[Count..].Clear();
        }

        _inverse.AsSpan(Count * _stride).Clear();
    }

    private void Multiply(ReadOnlySpan<double> vector, Span<double> product)
    {
        if ((long)Count * Count < InnerProducts.ParallelWork)
        {
            InnerProducts.RowsTimesVector(_inverse, _stride, Count, vector, product);
            return;
        }

        var from = vector.ToArray();
        var to = new double[InnerProducts.Padded(Count)];
        var parts = 4 * Environment.ProcessorCount;
        var part = ((Count / parts) + 4) / 4 * 4;
        Parallel.For(0, parts, index =>
        {
            var first = Math.Min(Count, index * part);
            InnerProducts.RowsTimesVector(
                _inverse.AsSpan(first * _stride), _stride, Math.Min(Count, first + part) - first, from, to.AsSpan(first));
        });
        to.AsSpan(0, Count).CopyTo(product);
    }

    private Span<double> Row(int k) => _inverse.AsSpan(k * _stride, _stride);
}
