namespace DtcGen;

/// <summary>What options say of the sizes of groups.</summary>
/// <param name="Rules">What is asked of single layers.</param>
/// <param name="Minimum">How many neurons of a group stay at least.</param>
/// <param name="RoundTo">What the number that stays is a multiple of.</param>
internal sealed record SizeRules(IReadOnlyList<LayerRule> Rules, int Minimum, int RoundTo)
{
    /// <summary>Whether they say nothing.</summary>
    public bool AreNone => Rules.Count == 0 && Minimum == 1 && RoundTo == 1;

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="ArgumentException">One is out of range.</exception>
    public void Check()
    {
        ArgumentNullException.ThrowIfNull(Rules);
        ArgumentOutOfRangeException.ThrowIfLessThan(Minimum, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RoundTo, 1);
        foreach (var rule in Rules)
        {
            rule.Check();
        }
    }
}
