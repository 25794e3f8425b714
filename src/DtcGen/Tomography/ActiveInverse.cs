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
    private readonly double[] image;
    private readonly int[] columns;

    public ActiveInverse(SensingMatrix theta)
    {
        this.theta = theta;
        var capacity = Math.Min(theta.Rows, theta.Columns);
        stride = InnerProducts.Padded(capacity);
        inverse = new double[capacity * stride];
        gram = new double[stride];
        image = new double[stride];
        columns = new int[capacity];
    }

    public int Count { get; private set; }

    /// <summary>The active columns, in no particular order.</summary>
    public ReadOnlySpan<int> Columns => columns.AsSpan(0, Count);

    /// <summary>What <see cref="TryAdd"/> found: the combination of the active columns nearest to the column asked for.</summary>
    public ReadOnlySpan<double> Combination => image.AsSpan(0, Count);

    /// <summary>inverse · vector.</summary>
    /// <param name="vector">One number per active column, zeros from there to the padding.</param>
    /// <param name="product">Receives one number per active column.</param>
    public void Multiply(double[] vector, double[] product) =>
        Multiply(vector.AsSpan(0, InnerProducts.Padded(Count)), product);

    /// <summary>Adds a column. False, and nothing changes, when it depends on the active ones.</summary>
    public bool TryAdd(int column)
    {
        var added = theta.PaddedColumn(column);
        var count = Count;
        Array.Clear(gram);
        for (var k = 0; k < count; k++)
        {
            InnerProducts.RowsTimesVector(theta.PaddedColumn(columns[k]), theta.Stride, 1, added, gram.AsSpan(k, 1));
        }

        Multiply(gram.AsSpan(0, InnerProducts.Padded(count)), image);
        image.AsSpan(count).Clear();
        if (count == columns.Length)
        {
            return false;
        }

        double square = 0;
        double outside = 0;
        var remainder = added.ToArray();
        for (var k = 0; k < count; k++)
        {
            InnerProducts.AddScaled(theta.PaddedColumn(columns[k]), -image[k], remainder);
        }

        for (var row = 0; row < added.Length; row++)
        {
            square += added[row] * added[row];
            outside += remainder[row] * remainder[row];
        }

        if (!(outside > Independence * square))
        {
            return false;
        }

        for (var k = 0; k < count; k++)
        {
            InnerProducts.AddScaled(image.AsSpan(0, InnerProducts.Padded(count)), image[k] / outside, Row(k));
            inverse[(k * stride) + count] = -image[k] / outside;
        }

        var last = Row(count);
        last.Clear();
        for (var k = 0; k < count; k++)
        {
            last[k] = -image[k] / outside;
        }

        last[count] = 1 / outside;
        columns[count] = column;
        Count = count + 1;
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

        var leaving = Row(last);
        var pivot = leaving[last];
        var length = InnerProducts.Padded(Count);
        for (var k = 0; k < last; k++)
        {
            InnerProducts.AddScaled(leaving[..length], -inverse[(k * stride) + last] / pivot, Row(k));
            inverse[(k * stride) + last] = 0;
        }

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

        var system = new GramSystem(theta);
        if (!system.TryFactorColumns(active, 0))
        {
            return false;
        }

        system.Factor.Invert(inverse, stride);
        active.CopyTo(columns);
        Count = active.Length;
        ClearBeyond();
        return true;
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
