using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace DtcGen.Tomography;

/// <summary>
/// A point on the path, at places of which each has a column: the active ones, whose coefficients are free to move, and the
/// watched ones, whose correlations are. Knows the direction that the path has from here, and the rules by which a column
/// leaves or another joins.
/// </summary>
internal sealed class PathPoint
{
    /// <summary>A column whose part outside the others' span is smaller than this share of it is dependent.</summary>
    private const double Independence = 1e-11;

    /// <summary>At the beginning a column waits outside from this share on: what is nearly dependent costs digits all the way.</summary>
    private const double StartIndependence = 1e-5;

    /// <summary>Below this share, that part is computed afresh: the swept matrix knows it to too few digits.</summary>
    private const double Doubtful = 1e-4;

    /// <summary>An active column that takes less than this share of a joining one does not give way to it.</summary>
    private const double Negligible = 1e-12;

    /// <summary>So many columns at a time become active at the beginning.</summary>
    private const int ChangesAtOnce = 128;

    private readonly LassoProblem _problem;
    private readonly SweptGram _gram;
    private readonly int _capacity;
    private readonly double[] _image;
    private int[] _columns = [];
    private int[] _activeColumns = [];
    private double[] _weights = [];
    private double[] _products = [];
    private double[] _line = [];
    private double[] _work = [];
    private int _activeCount;

    /// <summary>Zero, and no columns.</summary>
    public PathPoint(LassoProblem problem)
    {
        _problem = problem;
        _gram = new SweptGram(problem.Theta);
        _capacity = Math.Min(problem.Rows, problem.Columns);
        _image = new double[problem.Theta.Stride];
        Solution = new double[problem.Columns];
        Correlations = new double[problem.Columns];
    }

    /// <summary>The coefficients, one per column of Θ, as of the last <see cref="Store"/>.</summary>
    public double[] Solution { get; }

    /// <summary>Θᵀ(y − Θs) as last computed.</summary>
    public double[] Correlations { get; }

    /// <summary>How many places there are.</summary>
    public int Count => _columns.Length;

    /// <summary>The column at each place.</summary>
    public ReadOnlySpan<int> Columns => _columns;

    public bool[] IsActive => _gram.IsActive;

    /// <summary>The places that no room could be found for: their columns depend on the active ones.</summary>
    public bool[] IsBarred { get; private set; } = [];

    /// <summary>The coefficient of an active place, the shifted correlation of another.</summary>
    public double[] Values { get; private set; } = [];

    /// <summary>How each value changes with the share of the shift.</summary>
    public double[] Slopes { get; private set; } = [];

    /// <summary>The sign that an active place's correlation has at the optimum.</summary>
    public double[] Sign { get; private set; } = [];

    /// <summary>By how much the correlations are shifted at the start of the path.</summary>
    public double[] Shift { get; private set; } = [];

    /// <summary>The active places, ascending.</summary>
    public int[] ActivePlaces()
    {
        var places = new int[_activeCount];
        var next = 0;
        for (var place = 0; place < Count; place++)
        {
            if (IsActive[place])
            {
                places[next++] = place;
            }
        }

        return places;
    }

    /// <summary>Begins with these columns, of which those with coefficients become active as far as they are independent.</summary>
    /// <param name="columns">All columns, those that are to be active first.</param>
    public void Begin(int[] columns)
    {
        _columns = columns;
        _gram.Set(columns);
        var length = _gram.LineLength;
        (IsBarred, Sign) = (new bool[columns.Length], new double[columns.Length]);
        (Values, Slopes, Shift) = (new double[length], new double[length], new double[length]);
        (_line, _work, _products) = (new double[length], new double[length], new double[length]);
        (_activeColumns, _weights) = (new int[_capacity], new double[_capacity]);
        _activeCount = 0;
        for (var place = 0; place < columns.Length; place++)
        {
            var column = columns[place];
            var coefficient = Solution[column];
            if (coefficient != 0 && double.IsFinite(coefficient) && TryAdd(place, StartIndependence, isWhole: false))
            {
                Values[place] = coefficient;
                Sign[place] = Math.Sign(coefficient);
            }
            else
            {
                Solution[column] = 0;
            }

            if (_gram.Changes == ChangesAtOnce)
            {
                _gram.Fold();
            }
        }

        _gram.Fold();
    }

    /// <summary>Begins afresh where it is, with more columns.</summary>
    public void Extend(IEnumerable<int> more)
    {
        var columns = (int[])_columns.Clone();
        Array.Sort(Array.ConvertAll(Enumerable.Range(0, Count).ToArray(), place => IsActive[place] ? place : Count + place), columns);
        Begin([.. columns, .. more]);
    }

    /// <summary>Computes the slopes at the start of a path.</summary>
    public void Start()
    {
        Array.Clear(Slopes);
        ImproveSlopes(areZero: true);
        ImproveSlopes();
    }

    /// <summary>Goes along the path while the share of the shift falls.</summary>
    public void Move(double fall) => InnerProducts.AddScaled(Slopes, -fall, Values);

    /// <summary>Writes the active places' values as the coefficients.</summary>
    public void Store()
    {
        Array.Clear(Solution);
        for (var place = 0; place < Count; place++)
        {
            Solution[Columns[place]] = IsActive[place] ? Values[place] : 0;
        }
    }

    /// <summary>Computes the correlations of all columns from Θ, y and the coefficients.</summary>
    public void ComputeCorrelations()
    {
        var coefficients = new double[Count];
        for (var place = 0; place < coefficients.Length; place++)
        {
            coefficients[place] = Solution[_columns[place]];
        }

        SetImage(_problem.Y, coefficients);
        _problem.Theta.Correlate(_image, Correlations);
    }

    /// <summary>Makes values and slopes good, whatever rounding has added to them, for a share of the shift that is left.</summary>
    /// <returns>By how much the slopes missed what they are to solve, and the largest number there.</returns>
    public (double Miss, double Largest) Renew(double share)
    {
        ImproveValues(share, areOthersWanted: true);
        var miss = ImproveSlopes();
        double largest = 0;
        for (var place = 0; place < Count; place++)
        {
            largest = Math.Max(largest, IsActive[place] ? Math.Abs(Shift[place]) : 0);
        }

        return (miss, largest);
    }

    private double ImproveSlopes(bool areZero = false) => Improve(Slopes, [], place => -Shift[place], areZero);

    /// <summary>A Newton step of the values, for a share of the shift; returns by how much they missed.</summary>
    /// <param name="share">The share.</param>
    /// <param name="areOthersWanted">False when the values of inactive places are of no use.</param>
    public double ImproveValues(double share, bool areOthersWanted) => Improve(
        Values,
        _problem.Y,
        place => (IsActive[place] ? _problem.Lambda * Sign[place] : 0) - (share * Shift[place]),
        areOthersWanted: areOthersWanted);

    /// <summary>
    /// (Θ_AᵀΘ_A)⁻¹ times a vector, as exactly as Θ allows: the swept matrix is an approximation, and what it misses is
    /// found out and solved for again.
    /// </summary>
    /// <param name="vector">A number for each active place; the other places' are not looked at.</param>
    /// <returns>As many.</returns>
    public double[] Solve(double[] vector)
    {
        var solution = new double[_gram.LineLength];
        var isZero = true;
        Converge(() =>
        {
            var miss = Improve(solution, [], place => -vector[place], isZero, areOthersWanted: false);
            isZero = false;
            return miss;
        });
        return solution;
    }

    /// <summary>Repeats steps as long as each leaves a small part of what the one before had missed.</summary>
    public static void Converge(Func<double> step)
    {
        const int Most = 8;
        const double Part = 0.1;
        var miss = double.PositiveInfinity;
        for (var count = 0; count < Most; count++)
        {
            var before = miss;
            miss = step();
            if (!(miss <= Part * before))
            {
                return;
            }
        }
    }

    /// <summary>The coefficient of an active place becomes zero and it goes; returns it.</summary>
    public int Leave(int place)
    {
        _gram.CopyLine(place, _line);
        Release(place);
        return place;
    }

    /// <summary>
    /// Lets a place in. When its column depends on the active ones, it grows at their expense, along which the
    /// residual does not change, until one of them reaches zero and leaves; returns that one, else −1.
    /// </summary>
    public int Join(int joining)
    {
        var sign = Math.Sign(Values[joining]);
        if (TryAdd(joining, Independence))
        {
            Values[joining] = 0;
            Sign[joining] = sign;
            return -1;
        }

        var (growth, leaving) = FindExchange(sign);
        if (leaving < 0)
        {
            IsBarred[joining] = true;
            return -1;
        }

        for (var place = 0; place < Count; place++)
        {
            Values[place] -= IsActive[place] ? growth * sign * _line[place] : 0;
        }

        // What of the new column the others do not reach.
        var share = _line[leaving];
        _gram.CopyLine(leaving, _line);
        var outside = -share * share / _line[leaving];
        Release(leaving);
        if (!(outside > Independence * Square(joining)))
        {
            // The one place that could be left is no room for it: it stays out, and the other has left alone.
            IsBarred[joining] = true;
            return leaving;
        }

        _gram.CopyLine(joining, _line);
        Admit(joining, outside);
        Values[joining] = growth * sign;
        Sign[joining] = sign;
        return leaving;
    }

    private bool TryAdd(int place, double independence, bool isWhole = true)
    {
        _gram.CopyLine(place, _line, isWhole);
        if (_activeCount == _capacity)
        {
            return false;
        }

        var (outside, square) = (_line[place], Square(place));
        if (!(outside > Doubtful * square))
        {
            outside = ComputeOutside(place);
        }

        if (!(outside > independence * square))
        {
            return false;
        }

        Admit(place, outside);
        return true;
    }

    private double Square(int place) => InnerProducts.Square(_problem.Theta.PaddedColumn(_columns[place]));

    private double ComputeOutside(int place)
    {
        SetImage(_problem.Theta.PaddedColumn(_columns[place]), _line);
        return InnerProducts.Square(_image);
    }

    private void Admit(int place, double outside)
    {
        _gram.Pivot(place, _line, outside, Slopes);
        _activeCount++;
    }

    private void Release(int place)
    {
        _gram.Pivot(place, _line, _line[place], Slopes);
        _activeCount--;
        Values[place] = _problem.Lambda * Sign[place];
    }

    /// <summary>
    /// A step of iterative refinement. Active values are to have Θ_Aᵀ(vector − Θ_A·values) = targets, and the others are
    /// Θᵀ(vector − Θ_A·values) − targets.
    /// </summary>
    /// <param name="values">The values.</param>
    /// <param name="vector">The vector; empty for zero.</param>
    /// <param name="target">The target of a place.</param>
    /// <param name="isZero">Whether values and vector are zero: then nothing needs to be computed from them.</param>
    /// <param name="areOthersWanted">False when the values of inactive places are of no use.</param>
    /// <returns>max |Θ_Aᵀ(vector − Θ_A·values) − targets| before the step.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Improve(
        double[] values, ReadOnlySpan<double> vector, Func<int, double> target, bool isZero = false, bool areOthersWanted = true)
    {
        if (isZero)
        {
            Array.Clear(_products);
        }
        else
        {
            SetImage(vector, values);
            var (columns, count) = areOthersWanted ? (_columns, Count) : (_activeColumns, _activeCount);
            _problem.Theta.Correlate(columns, count, _image, _products);
        }

        Array.Clear(_work);
        double miss = 0;
        var (isActive, next) = (IsActive, 0);
        for (var place = 0; place < isActive.Length; place++)
        {
            if (isActive[place])
            {
                var rest = _products[areOthersWanted ? place : next++] - target(place);
                miss = Math.Max(miss, Math.Abs(rest));
                _work[place] = rest;
            }
            else if (areOthersWanted)
            {
                values[place] = _products[place] - target(place);
            }
        }

        _gram.Multiply(_work, _line, areOthersWanted);
        InnerProducts.AddScaled(_line, -1, values);
        return miss;
    }

    /// <summary>vector − Θ_A·weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SetImage(ReadOnlySpan<double> vector, double[] weights)
    {
        var (isActive, count) = (IsActive, 0);
        for (var place = 0; place < isActive.Length; place++)
        {
            if (isActive[place])
            {
                _activeColumns[count] = _columns[place];
                _weights[count++] = -weights[place];
            }
        }

        Array.Clear(_image);
        vector.CopyTo(_image);
        _problem.Theta.AddCombination(_activeColumns.AsSpan(0, count), _weights.AsSpan(0, count), _image);
    }

    /// <summary>How far a dependent column can grow before the first active one reaches zero, and its place; −1 without one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Growth, int Place) FindExchange(double sign)
    {
        var (growth, leaving) = (double.PositiveInfinity, -1);
        for (var place = 0; place < Count; place++)
        {
            var towardsZero = IsActive[place] ? sign * _line[place] * Sign[place] : 0;
            if (towardsZero > Negligible)
            {
                var reach = Math.Max(Values[place] * Sign[place], 0) / towardsZero;
                if (reach < growth)
                {
                    (growth, leaving) = (reach, place);
                }
            }
        }

        return (growth, leaving);
    }
}
