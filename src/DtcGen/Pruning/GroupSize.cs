namespace DtcGen;

/// <summary>How many neurons of a group may stay.</summary>
/// <param name="Scores">The scores, the lowest of which leave first.</param>
/// <param name="Minimum">How many stay at least.</param>
/// <param name="Maximum">How many stay at most.</param>
/// <param name="RoundTo">What fewer than all are a multiple of.</param>
/// <param name="Set">The number of the set of groups that it is ranked in; null where its size is fixed, at the minimum.</param>
internal sealed record GroupSize(double[] Scores, int Minimum, int Maximum, int RoundTo, int? Set)
{
    /// <summary>How many stay where so many would.</summary>
    public int Keep(int count) => Keep(count, Minimum, Maximum, RoundTo, Scores.Length);

    /// <summary>How many stay of all where so many would.</summary>
    public static int Keep(int count, int minimum, int maximum, int roundTo, int all)
    {
        var within = Math.Clamp(count, minimum, maximum);
        var rounded = (within + roundTo - 1) / roundTo * roundTo;
        return rounded <= maximum ? rounded
            : maximum == all ? maximum
            : Math.Max(minimum, maximum / roundTo * roundTo);
    }
}
