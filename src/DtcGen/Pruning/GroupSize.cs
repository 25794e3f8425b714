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
    public int Keep(int count)
    {
        var within = Math.Clamp(count, Minimum, Maximum);
        var rounded = (within + RoundTo - 1) / RoundTo * RoundTo;
        return rounded <= Maximum ? rounded
            : Maximum == Scores.Length ? Maximum
            : Math.Max(Minimum, Maximum / RoundTo * RoundTo);
    }
}
