namespace DtcGen.Samples.Paper;

/// <summary>The three methods that the paper compares.</summary>
internal enum PaperMethod
{
    /// <summary>Scores by the ray sums themselves.</summary>
    Magnitude,

    /// <summary>Draws the neurons that leave.</summary>
    Random,

    /// <summary>Dual tomographic compression.</summary>
    Dtc,
}
