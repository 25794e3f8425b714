namespace DtcGen.Compressibility;

/// <summary>Over what the ratio of norms is taken.</summary>
public enum CompressibilityScope
{
    /// <summary>One ratio for each weight tensor, added up.</summary>
    PerLayer,

    /// <summary>One ratio for all weights together.</summary>
    Global,
}
