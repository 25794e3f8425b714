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

    private readonly SensingMatrix theta;
    private readonly double[] inverse;
    private readonly int stride;
    private readonly double[] gram;
    private readonly double[] leavingRow;
    private readonly double[] products;
    private readonly double[] remainder;
    private readonly double[] image;
    private readonly int[] columns;

    public ActiveInverse(SensingMatrix theta)
    {
        this.theta = theta;
        var capacity = Math.Min(theta.Rows, theta.Columns);
        stride = InnerProducts.Padded(capacity);
        inverse = new double[capacity * stride];
        gram = new double[stride];
        leavingRow = new double[stride];
        products = new double[theta.Columns];
        remainder = new double[theta.Stride];
        image = new double[stride];
        columns = new int[capacity];
    }

    public int Count { get; private set; }

    /// <summary>The active columns, in no particular order.</summary>
    public ReadOnlySpan<int> Columns => columns.AsSpan(0, Count);

    /// <summary>What <see cref="TryAdd"/> found: the combination of the active columns nearest to the column asked for.</summary>
    public ReadOnlySpan<double> Combination => image.AsSpan(0, Count);

    /// <summary>The inner products of the active columns with a vector, each written to its column's place.</summary>
    public void Correlate(double[] vector, double[] products) => theta.Correlate(columns, Count, vector, products);

    /// <summary>inverse · vector.</summary>
    /// <param name="vector">One number per active column, zeros from there to the padding.</param>
    /// <param name="product">Receives one number per active column.</param>
    public void Multiply(double[] vector, double[] product) =>
        Multiply(vector.AsSpan(0, InnerProducts.Padded(Count)), product);

    /// <summary>Adds a column. False, and nothing changes, when it depends on the active ones.</summary>
    public bool TryAdd(int column)
    {
        Combine(column);
        if (Count == columns.Length)
        {
            return false;
        }

        var added = theta.PaddedColumn(column);
        TensorPrimitives.Negate(added, remainder);
        theta.AddCombination(Columns, Combination, remainder);
        var outside = InnerProducts.Square(remainder);
        if (!(outside > Independence * InnerProducts.Square(added)))
        {
            return false;
        }

        InnerProducts.Parallelize(2L * Count * Count, Count, k =>
            InnerProducts.AddScaled(image.AsSpan(0, InnerProducts.Padded(Count)), image[k] / outside, Row(k)));

        columns[Count] = column;
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
        var leaving = leavingRow.AsSpan(0, InnerProducts.Padded(Count));
        Row(place)[..leaving.Length].CopyTo(leaving);
        var pivot = leaving[place];
        var share = image[place];

        // What of the new column the others do not reach, and how they reach the rest.
        var outside = share * share / pivot;
        if (!(pivot > 0 && outside > Independence * InnerProducts.Square(theta.PaddedColumn(column))))
        {
            return false;
        }

        var used = image.AsSpan(0, leaving.Length);
        InnerProducts.AddScaled(leaving, -share / pivot, used);
        image[place] = 0;
        InnerProducts.Parallelize(2L * Count * Count, Count, k =>
        {
            var length = InnerProducts.Padded(Count);
            InnerProducts.AddScaled(leavingRow.AsSpan(0, length), -leavingRow[k] / pivot, image.AsSpan(0, length), image[k] / outside, Row(k));
        });
        columns[place] = column;
        SetLine(place, outside);
        return true;
    }

    /// <summary>Removes the column at a place; the last one takes its place.</summary>
    public void RemoveAt(int place)
    {
        var last = Count - 1;
        if (place != last)
        {
            (columns[place], columns[last]) = (columns[last], columns[place]);
            for (var k = 0; k <= last; k++)
            {
                (inverse[(place * stride) + k], inverse[(last * stride) + k]) = (inverse[(last * stride) + k], inverse[(place * stride) + k]);
            }

            for (var k = 0; k <= last; k++)
            {
                (inverse[(k * stride) + place], inverse[(k * stride) + last]) = (inverse[(k * stride) + last], inverse[(k * stride) + place]);
            }
        }

        var pivot = inverse[(last * stride) + last];
        var length = InnerProducts.Padded(Count);
        InnerProducts.Parallelize(2L * last * last, last, k =>
        {
            InnerProducts.AddScaled(Row(last)[..length], -inverse[(k * stride) + last] / pivot, Row(k));
            inverse[(k * stride) + last] = 0;
        });

        Count = last;
    }

    /// <summary>Computes the inverse afresh. False when the columns have become dependent.</summary>
    public bool TryRefresh() => TrySet(columns.AsSpan(0, Count).ToArray());

    /// <summary>Makes these columns the active ones. False, and none is active, when they are dependent.</summary>
    public bool TrySet(ReadOnlySpan<int> active)
    {
        Array.Clear(inverse);
        Count = 0;
        if (active.Length > columns.Length)
        {
            return false;
        }

        if (GramSystem.TryFactor(theta, active) is not { } factor)
        {
            return false;
        }

        factor.Invert(inverse, stride);
        active.CopyTo(columns);
        Count = active.Length;
        ClearBeyond();
        return true;
    }

    /// <summary>Computes how the active columns combine to the one nearest to a column.</summary>
    private void Combine(int column)
    {
        theta.PaddedColumn(column).CopyTo(remainder);
        theta.Correlate(columns, Count, remainder, products);
        Array.Clear(gram);
        for (var k = 0; k < Count; k++)
        {
            gram[k] = products[columns[k]];
        }

        Multiply(gram.AsSpan(0, InnerProducts.Padded(Count)), image);
        image.AsSpan(Count).Clear();
    }

    /// <summary>Writes the inverse's row and column of a place from the combination that its column nearly is.</summary>
    private void SetLine(int place, double outside)
    {
        var line = Row(place);
        line.Clear();
        for (var k = 0; k < Count; k++)
        {
            var entry = k == place ? 1 / outside : -image[k] / outside;
            line[k] = entry;
            inverse[(k * stride) + place] = entry;
        }
    }

    private void ClearBeyond()
    {
        for (var k = 0; k < Count; k++)
        {
            Row(k)[Count..].Clear();
        }

        inverse.AsSpan(Count * stride).Clear();
    }

    private void Multiply(ReadOnlySpan<double> vector, Span<double> product)
    {
        if ((long)Count * Count < InnerProducts.ParallelWork)
        {
            InnerProducts.RowsTimesVector(inverse, stride, Count, vector, product);
            return;
        }

        var from = vector.ToArray();
        var to = new double[InnerProducts.Padded(Count)];
        var parts = 4 * Environment.ProcessorCount;
        var part = ((Count / parts) + 4) / 4 * 4;
        Parallel.For(0, parts, index =>
        {
            var first = Math.Min(Count, index * part);
            InnerProducts.RowsTimesVector(inverse.AsSpan(first * stride), stride, Math.Min(Count, first + part) - first, from, to.AsSpan(first));
        });
        to.AsSpan(0, Count).CopyTo(product);
    }

    private Span<double> Row(int k) => inverse.AsSpan(k * stride, stride);
}
