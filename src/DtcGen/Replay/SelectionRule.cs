namespace DtcGen.Replay;

/// <summary>To repeat the published run (arXiv 2505.23869): how many neurons stay, and which of those with equal scores.</summary>
public enum SelectionRule
{
    /// <summary>
    /// Exactly the number asked for stays: neurons are ranked by score, then by index. With ceil(k·(m − 1)) as
    /// the number this agrees with the published rule wherever that is well defined.
    /// </summary>
    Count,

    /// <summary>
    /// The published rule: those strictly on the staying side of the scores' quantile (linear between order
    /// statistics) stay. Ties at the quantile all leave, so more may leave than asked for; where none would
    /// be left, <see cref="Count"/> takes over.
    /// </summary>
    Quantile,
}
