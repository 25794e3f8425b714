using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace DtcGen.Tomography;

/// <summary>
/// The Gram matrix G of some columns of Θ, swept on those of them that are active (the sweep operator of regression): what
/// stands among active places is −G_A⁻¹, between active and other places how the active columns combine to the part of
/// the others that they reach, and among the others the inner products of what they do not reach.
/// </summary>
/// <remarks>
/// A matrix is kept as it was for some earlier active places, and with it the block H of the places that have changed
/// sides since (the Schur complement method of linear programming). So a line costs as much as there are changes, and a
/// set of columns that was nearly dependent leaves no error behind when it has passed. With few measurements no more
/// columns than those can change sides: then the matrix is never formed, and its lines are taken from Θ when asked for.
/// </remarks>
/// <param name="theta">Θ.</param>
internal sealed class SweptGram(SensingMatrix theta)
{
    /// <summary>At most and at least so many changes are kept apart from the matrix.</summary>
    private const int MostChanges = 256;
    private const int FewestChanges = 32;

    /// <summary>Up to so many measurements all changes are kept apart.</summary>
    private const int FewMeasurements = 64;

    private readonly int _capacity = Math.Min(theta.Rows, theta.Columns);
    private double[] _block = [];
    private double[] _inverse = [];
    private int[] _changed = [];
    private int _changes;
    private int _most;
    private int[] _changeOf = [];
    private double[] _matrix = [];
    private int[] _columns = [];
    private bool _isFormed;
    private double[]?[] _oldLines = [];
    private double[] _latest = [];
    private int _latestPlace = -1;
    private Stack<double[]> _spareLines = [];
    private double[] _left = [];
    private double[] _right = [];
    private int _count;
    private int _stride;

    /// <summary>The places that are active.</summary>
    public bool[] IsActive { get; private set; } = [];

    /// <summary>The length of lines: one number for each place, and zeros up to a whole register.</summary>
    public int LineLength => _stride;

    /// <summary>How many places have changed sides since the last <see cref="Fold"/>.</summary>
    public int Changes => _changes;

    /// <summary>Begins with other columns, each at a place, none of them active.</summary>
    public void Set(int[] columns)
    {
        _columns = columns;
        _count = columns.Length;
        _stride = InnerProducts.Padded(_count);
        _isFormed = _capacity > FewMeasurements;
        _changes = 0;
        _spareLines = [];
        (_latest, _latestPlace) = (new double[_stride], -1);
        _most = _isFormed
            ? Math.Clamp(InnerProducts.Padded(_count / 8), FewestChanges, MostChanges)
            : InnerProducts.Padded(_capacity + 1);
        (_block, _inverse, _changed) = (new double[_most * _most], new double[_most * _most], new int[_most]);
        (IsActive, _changeOf, _oldLines) = (new bool[_count], new int[_count], new double[_count][]);
        Array.Fill(_changeOf, -1);
        if (!_isFormed)
        {
            return;
        }

        if (_matrix.Length < _count * _stride)
        {
            _matrix = new double[_count * _stride];
        }

        theta.LowerProducts(columns, _matrix, _stride);
    }

    /// <summary>Writes the line of a place, which is a row and a column: the matrix is symmetric.</summary>
    /// <param name="place">The place.</param>
    /// <param name="line">Receives <see cref="LineLength"/> numbers.</param>
    /// <param name="isWhole">
    /// False when the numbers of other inactive places are of no use and the rest may be rough: that saves most of the work
    /// where no matrix is formed.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyLine(int place, Span<double> line, bool isWhole = true)
    {
        var change = _changeOf[place];
        Span<double> right = stackalloc double[_most], shares = stackalloc double[_most];
        if (change < 0)
        {
            FindOldLine(place);
            _latest.CopyTo(line);
            for (var k = 0; k < _changes; k++)
            {
                right[k] = -_oldLines[_changed[k]]![place];
            }
        }
        else
        {
            line.Clear();
            right[change] = Side(place);
        }

        if (_changes > 0)
        {
            if (isWhole || _isFormed)
            {
                SolveBlock(right, shares);
                AddOldLines(shares, line);
            }
            else
            {
                InnerProducts.RowsTimesVector(_inverse, _most, _changes, right[..InnerProducts.Padded(_changes)], shares);
                line[place] -= InnerProducts.Dot(right, shares);
            }

            for (var k = 0; k < _changes; k++)
            {
                line[_changed[k]] = -Side(_changed[k]) * shares[k];
            }
        }
    }

    /// <summary>Lets a place in, or out when it is active.</summary>
    /// <param name="place">The place.</param>
    /// <param name="line">Its line.</param>
    /// <param name="pivot">The number on the diagonal, which a caller may know to more digits.</param>
    /// <param name="border">Another line, as of a column of its own, that is to be swept along.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pivot(int place, double[] line, double pivot, double[] border)
    {
        var share = border[place] / pivot;
        InnerProducts.AddScaled(line.AsSpan(0, _stride), -share, border.AsSpan(0, _stride));
        border[place] = IsActive[place] ? -share : share;
        if (_changeOf[place] < 0)
        {
            Change(place, line, pivot);
        }
        else
        {
            ChangeBack(place);
        }

        IsActive[place] = !IsActive[place];
        if (_changes == _most)
        {
            Fold();
        }
    }

    /// <summary>The matrix times a vector that is zero but at active places.</summary>
    /// <param name="vector"><see cref="LineLength"/> numbers.</param>
    /// <param name="product">Receives as many.</param>
    /// <param name="isWhole">Whether the numbers of inactive places are wanted, where they cost something.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(double[] vector, double[] product, bool isWhole)
    {
        Span<double> right = stackalloc double[_most], shares = stackalloc double[_most];
        for (var k = 0; k < _changes; k++)
        {
            right[k] = Side(_changed[k]) * vector[_changed[k]];
        }

        if (_isFormed)
        {
            var unchanged = (double[])vector.Clone();
            foreach (var place in _changed.AsSpan(0, _changes))
            {
                unchanged[place] = 0;
            }

            MultiplyOld(unchanged, product);
            for (var k = 0; k < _changes; k++)
            {
                right[k] -= InnerProducts.Dot(_oldLines[_changed[k]], unchanged);
            }
        }
        else
        {
            Array.Clear(product);
        }

        if (_changes == 0)
        {
            return;
        }

        SolveBlock(right, shares);
        if (isWhole || _isFormed)
        {
            AddOldLines(shares, product);
        }

        for (var k = 0; k < _changes; k++)
        {
            product[_changed[k]] = -Side(_changed[k]) * shares[k];
        }
    }

    /// <summary>Brings the matrix up to date, if there is one.</summary>
    public void Fold()
    {
        _latestPlace = -1;
        if (_changes == 0 || !_isFormed)
        {
            return;
        }

        var length = InnerProducts.Padded(_changes);
        if (_left.Length < _count * length)
        {
            (_left, _right) = (new double[_count * length], new double[_count * length]);
        }

        Array.Clear(_left, 0, _count * length);
        Array.Clear(_right, 0, _count * length);
        var lines = new double[_changes][];
        for (var k = 0; k < lines.Length; k++)
        {
            lines[k] = TakeLine();
        }

        InnerProducts.Parallelize((long)_changes * _changes * _stride, _changes, k =>
        {
            var (side, line, old) = (Side(_changed[k]), lines[k], _oldLines[_changed[k]]!);
            CopyLine(_changed[k], line);
            for (var i = 0; i < _count; i++)
            {
                _left[(i * length) + k] = side * line[i];
                _right[(i * length) + k] = old[i];
            }
        });
        InnerProducts.LowerProducts(_left, _right, length, _count, _matrix, _stride, InnerProducts.Merge.Subtract);

        // The lines of the places that changed follow another rule.
        for (var k = 0; k < _changes; k++)
        {
            var (place, line) = (_changed[k], lines[k]);
            line.AsSpan(0, place + 1).CopyTo(_matrix.AsSpan(place * _stride));
            for (var i = place + 1; i < _count; i++)
            {
                _matrix[(i * _stride) + place] = line[i];
            }

            _changeOf[place] = -1;
            DropOldLine(place);
            _spareLines.Push(line);
        }

        _changes = 0;
    }

    private double[] TakeLine() => _spareLines.TryPop(out var line) ? line : new double[_stride];

    private void DropOldLine(int place)
    {
        _spareLines.Push(_oldLines[place]!);
        _oldLines[place] = null;
    }

    /// <summary>A line that turns away from the active places has its signs turned.</summary>
    private double Side(int place) => IsActive[place] ? 1 : -1;

    /// <summary>Leaves in the latest line that of a place as it was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindOldLine(int place)
    {
        if (_latestPlace == place)
        {
            return;
        }

        _latestPlace = place;
        var line = _latest;
        if (!_isFormed)
        {
            theta.Correlate(_columns, _count, theta.PaddedColumn(_columns[place]), line);
            return;
        }

        _matrix.AsSpan(place * _stride, place + 1).CopyTo(line);
        for (var i = place + 1; i < _count; i++)
        {
            line[i] = _matrix[(i * _stride) + place];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyOld(double[] vector, double[] product)
    {
        Array.Clear(product);
        for (var i = 0; i < _count; i++)
        {
            // The lower triangle is there; its row serves as the column of the upper one too.
            var row = _matrix.AsSpan(i * _stride, i);
            var sum = InnerProducts.Dot(row, vector.AsSpan(0, i));
            if (vector[i] != 0)
            {
                TensorPrimitives.MultiplyAdd(row, vector[i], product.AsSpan(0, i), product.AsSpan(0, i));
            }

            product[i] += sum + (_matrix[(i * _stride) + i] * vector[i]);
        }
    }

    /// <summary>line += Σ shares[k]·old line of change k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddOldLines(ReadOnlySpan<double> shares, Span<double> line)
    {
        var k = 0;
        for (; k + 4 <= _changes; k += 4)
        {
            InnerProducts.AddFourScaled(
                _oldLines[_changed[k]],
                _oldLines[_changed[k + 1]],
                _oldLines[_changed[k + 2]],
                _oldLines[_changed[k + 3]],
                shares.Slice(k, 4),
                line[.._stride]);
        }

        for (; k < _changes; k++)
        {
            InnerProducts.AddScaled(_oldLines[_changed[k]], shares[k], line[.._stride]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Change(int place, double[] line, double pivot)
    {
        FindOldLine(place);
        var old = _latest;
        (_latest, _latestPlace) = (TakeLine(), -1);
        Span<double> shares = stackalloc double[_most];
        for (var k = 0; k < _changes; k++)
        {
            shares[k] = Side(_changed[k]) * line[_changed[k]];
            _block[(_changes * _most) + k] = _block[(k * _most) + _changes] = old[_changed[k]];
            _inverse[(k * _most) + _changes] = 0;
        }

        _block[(_changes * _most) + _changes] = old[place];
        Array.Clear(_inverse, _changes * _most, _most);
        shares[_changes] = -1;
        (_changed[_changes], _changeOf[place], _oldLines[place]) = (place, _changes, old);
        _changes++;
        AddToInverse(shares, 1 / pivot);
    }

    private void ChangeBack(int place)
    {
        var (change, last) = (_changeOf[place], _changes - 1);
        Span<double> row = stackalloc double[_most];
        _inverse.AsSpan(change * _most, _most).CopyTo(row);
        AddToInverse(row, -1 / row[change]);
        Remove(_block);
        Remove(_inverse);
        _changed[change] = _changed[last];
        _changeOf[_changed[change]] = change;
        _changeOf[place] = -1;
        DropOldLine(place);
        _changes = last;

        void Remove(double[] matrix)
        {
            matrix.AsSpan(last * _most, _most).CopyTo(matrix.AsSpan(change * _most));
            for (var k = 0; k <= last; k++)
            {
                matrix[(k * _most) + change] = matrix[(k * _most) + last];
                matrix[(k * _most) + last] = 0;
            }

            Array.Clear(matrix, last * _most, _most);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddToInverse(ReadOnlySpan<double> vector, double scale)
    {
        var length = InnerProducts.Padded(_changes);
        for (var k = 0; k < _changes; k++)
        {
            InnerProducts.AddScaled(vector[..length], scale * vector[k], _inverse.AsSpan(k * _most, length));
        }
    }

    /// <summary>H⁻¹ times a vector, refined: the inverse is an approximation that loses digits from change to change.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolveBlock(ReadOnlySpan<double> right, Span<double> solution)
    {
        const int Steps = 3;
        const double Contraction = 1e-5;
        const double Enough = 1e-8;
        var length = InnerProducts.Padded(_changes);
        Span<double> rest = stackalloc double[length], step = stackalloc double[length];
        right = right[..length];
        solution = solution[..length];
        solution[_changes..].Clear();
        InnerProducts.RowsTimesVector(_inverse, _most, _changes, right, solution);
        var isFresh = false;
        for (var count = 1; count < Steps; count++)
        {
            InnerProducts.RowsTimesVector(_block, _most, _changes, solution, rest);
            double latest = 0, all = 0;
            for (var k = 0; k < _changes; k++)
            {
                rest[k] = right[k] - rest[k];
                all = Math.Max(all, Math.Abs(solution[k]));
            }

            InnerProducts.RowsTimesVector(_inverse, _most, _changes, rest, step);
            for (var k = 0; k < _changes; k++)
            {
                latest = Math.Max(latest, Math.Abs(step[k]));
            }

            if (count == 1 && !isFresh && !(latest <= Contraction * all))
            {
                isFresh = true;
                InvertBlock();
                InnerProducts.RowsTimesVector(_inverse, _most, _changes, right, solution);
                count = 0;
                continue;
            }

            // Each step is smaller by about the same factor than the one before.
            InnerProducts.AddScaled(step, 1, solution);
            if (latest <= Enough * all)
            {
                break;
            }
        }
    }

    /// <summary>Inverts H afresh, by elimination with row exchanges.</summary>
    private void InvertBlock()
    {
        var work = (double[])_block.Clone();
        Array.Clear(_inverse);
        for (var k = 0; k < _changes; k++)
        {
            _inverse[(k * _most) + k] = 1;
        }

        var length = InnerProducts.Padded(_changes);
        Span<double> Row(double[] matrix, int row) => matrix.AsSpan(row * _most, length);
        for (var k = 0; k < _changes; k++)
        {
            var best = k;
            for (var row = k + 1; row < _changes; row++)
            {
                best = Math.Abs(work[(row * _most) + k]) > Math.Abs(work[(best * _most) + k]) ? row : best;
            }

            var pivot = work[(best * _most) + k];
            foreach (var matrix in new[] { work, _inverse })
            {
                var chosen = Row(matrix, best).ToArray();
                Row(matrix, k).CopyTo(Row(matrix, best));
                TensorPrimitives.Divide(chosen, pivot, Row(matrix, k));
            }

            for (var row = 0; row < _changes; row++)
            {
                var factor = work[(row * _most) + k];
                if (row != k && factor != 0)
                {
                    InnerProducts.AddScaled(Row(work, k), -factor, Row(work, row));
                    InnerProducts.AddScaled(Row(_inverse, k), -factor, Row(_inverse, row));
                }
            }
        }
    }
}
