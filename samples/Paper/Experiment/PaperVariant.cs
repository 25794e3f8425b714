namespace DtcGen.Samples.Paper;

/// <summary>The two readings of the method.</summary>
internal enum PaperVariant
{
    /// <summary>What made the published numbers.</summary>
    Published,

    /// <summary>What the paper's text says.</summary>
    Described,
}
