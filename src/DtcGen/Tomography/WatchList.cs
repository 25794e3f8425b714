namespace DtcGen.Tomography;

/// <summary>
/// The columns that could meet the bound before the residual has moved far. While it stays within
/// <see cref="radius"/> of where the list was made, |θᵀ(ξ − ξ₀)| ≤ ‖θ‖·‖ξ − ξ₀‖ keeps all others inside, so
/// that a step looks at a few columns instead of all: the same corners, found for less.
/// </summary>
internal sealed class WatchList
{
    /// <summary>Below this many entries of Θ, looking at all of them is as quick.</summary>
    private const long SmallMatrix = 1 << 18;

    private readonly LassoProblem problem;
    private readonly double[] norms;
    private readonly double[] distances;
    private readonly double[] moved;
    private readonly bool[] isWatched;
    private readonly int[] columns;
    private double radius;
    private int size;

    public WatchList(LassoProblem problem)
    {
        this.problem = problem;
        var all = problem.Columns;
        columns = new int[all];
        isWatched = new bool[all];
        distances = new double[all];
        norms = new double[all];
        moved = new double[problem.Theta.Stride];
        size = (long)problem.Rows * all <= SmallMatrix ? all : Math.Min(all, Math.Max(problem.Rows / 2, 256));
        for (var j = 0; j < all; j++)
        {
            norms[j] = Math.Sqrt(InnerProducts.Square(problem.Theta.Column(j)));
        }
    }

    /// <summary>The watched columns, the first <see cref="Count"/> of them; active ones may be among them.</summary>
    public int[] Columns => columns;

    public int Count { get; private set; }

    /// <summary>Watches nothing.</summary>
    public void Clear()
    {
        Array.Clear(isWatched);
        Count = 0;
    }

    /// <summary>Watches one more column.</summary>
    public void Add(int column)
    {
        if (!isWatched[column])
        {
            isWatched[column] = true;
            columns[Count++] = column;
        }
    }

    /// <summary>Makes the list anew, from correlations that are right for all columns.</summary>
    public void Choose(double[] correlations, double[] shift, double share, bool[] isActive)
    {
        Clear();
        Array.Clear(moved);
        radius = double.PositiveInfinity;
        var candidates = 0;
        for (var j = 0; j < distances.Length; j++)
        {
            if (isActive[j] || norms[j] == 0)
            {
                continue;
            }

            // The shift's own way to zero is taken off at once.
            var slack = problem.Lambda - Math.Abs(correlations[j] + (share * shift[j])) - (share * Math.Abs(shift[j]));
            distances[candidates] = slack / norms[j];
            columns[candidates++] = j;
        }

        if (candidates > size)
        {
            Array.Sort(distances, columns, 0, candidates);
            radius = distances[size];
            candidates = size;
        }

        Count = candidates;
        for (var k = 0; k < Count; k++)
        {
            isWatched[columns[k]] = true;
        }
    }

    /// <summary>
    /// How much of a step of some length along the residual's direction is covered by the list. What is not is
    /// left for after the list has been made anew, with more columns when it was of little use.
    /// </summary>
    public double Reach(double[] direction, double length)
    {
        if (double.IsPositiveInfinity(radius))
        {
            return length;
        }

        double constant = -(radius * radius), linear = 0, square = 0;
        for (var row = 0; row < moved.Length; row++)
        {
            constant += moved[row] * moved[row];
            linear += moved[row] * direction[row];
            square += direction[row] * direction[row];
        }

        if (constant + (length * ((2 * linear) + (length * square))) <= 0)
        {
            InnerProducts.AddScaled(direction, length, moved);
            return length;
        }

        var root = radius > 0 && square > 0 ? (Math.Sqrt(Math.Max((linear * linear) - (square * constant), 0)) - linear) / square : 0;
        if (!(root > 0.25 * length))
        {
            size = Math.Min(2 * size, columns.Length);
        }

        return Math.Clamp(root, 0, length);
    }
}
