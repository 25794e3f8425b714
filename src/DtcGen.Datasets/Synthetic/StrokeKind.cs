namespace DtcGen.Datasets;

/// <summary>How the points of a stroke are joined.</summary>
internal enum StrokeKind
{
    /// <summary>By straight lines.</summary>
    Straight,

    /// <summary>By a smooth curve.</summary>
    Curve,

    /// <summary>By a smooth curve that ends where it began.</summary>
    Loop,
}
