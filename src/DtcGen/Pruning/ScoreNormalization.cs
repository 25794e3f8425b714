namespace DtcGen;

/// <summary>What the scores of a group are divided by before they are ranked across groups.</summary>
public enum ScoreNormalization
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The mean of their magnitudes.</summary>
    Mean,

    /// <summary>The sum of their magnitudes.</summary>
    Sum,

    /// <summary>The largest of their magnitudes.</summary>
    Max,

    /// <summary>Their standard deviation, after their mean was subtracted.</summary>
    Gaussian,
}
