namespace DtcGen.Tomography;

/// <summary>
/// The columns that a path looks at for the next one to join: those nearest to the bound where it starts, and
/// whatever turned out at an end to have been missed. The optimum over these and the active columns is nearly
/// always the optimum over all, and costs a fraction of looking at each column at each step.
/// </summary>
internal static class WatchList
{
    /// <summary>Below this many entries of Θ, looking at all of them is as quick.</summary>
    private const long SmallMatrix = 1 << 11;

    /// <summary>A list is not shorter than this.</summary>
    private const int LeastLength = 64;

    /// <summary>The columns of the largest coefficients, as many as may be active at once.</summary>
    public static int[] ChooseSupport(double[] start, int most)
    {
        var columns = Choose(start.Length, column => start[column] != 0);
        Array.Sort(Array.ConvertAll(columns, column => -Math.Abs(start[column])), columns);
        return columns[..Math.Min(columns.Length, most)];
    }

    /// <summary>Of the other columns those of the largest correlations.</summary>
    /// <param name="correlations">With a residual near the optimum's.</param>
    /// <param name="support">The columns that need no watching.</param>
    /// <param name="rows">How many measurements there are: the more, the longer the list.</param>
    public static int[] Choose(double[] correlations, int[] support, int rows)
    {
        var isIn = new bool[correlations.Length];
        foreach (var column in support)
        {
            isIn[column] = true;
        }

        var candidates = Choose(correlations.Length, column => !isIn[column]);
        if ((long)rows * correlations.Length <= SmallMatrix)
        {
            return candidates;
        }

        Array.Sort(Array.ConvertAll(candidates, column => -Math.Abs(correlations[column])), candidates);
        return candidates[..Math.Min(candidates.Length, Math.Max(rows / 2, LeastLength))];
    }

    private static int[] Choose(int count, Predicate<int> isWanted)
    {
        List<int> chosen = new(count);
        for (var column = 0; column < count; column++)
        {
            if (isWanted(column))
            {
                chosen.Add(column);
            }
        }

        return [.. chosen];
    }
}
