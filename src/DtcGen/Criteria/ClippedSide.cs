namespace DtcGen.Criteria;

/// <summary>Which end of the scores leaves.</summary>
public enum ClippedSide
{
    /// <summary>The neurons with the lowest scores leave.</summary>
    Lowest,

    /// <summary>The neurons with the highest scores leave.</summary>
    Highest,
}
