namespace DtcGen;

/// <summary>What the scores of a group are divided by before they are ranked across groups.</summary>
public enum ScoreNormalization
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The largest of them.</summary>
    Max,

    /// <summary>Their standard deviation, after their mean was subtracted.</summary>
    Gaussian,
}
