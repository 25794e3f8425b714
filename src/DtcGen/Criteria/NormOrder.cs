namespace DtcGen.Criteria;

/// <summary>A vector norm.</summary>
public enum NormOrder
{
    /// <summary>The sum of magnitudes.</summary>
    L1,

    /// <summary>The root of the sum of squares.</summary>
    L2,
}
