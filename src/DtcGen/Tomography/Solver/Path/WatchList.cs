namespace DtcGen.Tomography;

/// <summary>
/// The columns that a path looks at for the next one to join: those nearest to the bound where it starts, and
/// whatever turned out at an end to have been missed. The optimum over these and the active columns is nearly
/// always the optimum over all, and costs a fraction of looking at each column at each step.
/// </summary>
internal sealed class WatchList
{
    /// <summary>Below this many entries of Θ, looking at all of them is as quick.</summary>
    private const long SmallMatrix = 1 << 18;

    /// <summary>A list is not shorter than this.</summary>
    private const int LeastLength = 256;

    private readonly bool[] _isWatched;

    public WatchList(LassoProblem problem)
    {
        Columns = new int[problem.Columns];
        _isWatched = new bool[problem.Columns];
    }

    /// <summary>The watched columns, the first <see cref="Count"/> of them; active ones may be among them.</summary>
    public int[] Columns { get; }

    public int Count { get; private set; }

    /// <summary>Watches one more column. False when it was watched already.</summary>
    public bool Add(int column)
    {
        if (_isWatched[column])
        {
            return false;
        }

        _isWatched[column] = true;
        Columns[Count++] = column;
        return true;
    }

    /// <summary>Begins the list with the inactive columns of the largest correlations.</summary>
    /// <param name="correlations">With a residual near the optimum's.</param>
    /// <param name="isActive">The columns that need no watching.</param>
    /// <param name="rows">How many measurements there are: the more, the longer the list.</param>
    public void Choose(double[] correlations, bool[] isActive, int rows)
    {
        var candidates = Enumerable.Range(0, isActive.Length).Where(column => !isActive[column]).ToArray();
        var length = (long)rows * isActive.Length <= SmallMatrix
            ? candidates.Length
            : Math.Min(candidates.Length, Math.Max(rows / 2, LeastLength));
        if (length < candidates.Length)
        {
            Array.Sort(Array.ConvertAll(candidates, column => -Math.Abs(correlations[column])), candidates);
        }

        foreach (var column in candidates.AsSpan(0, length))
        {
            Add(column);
        }
    }
}
