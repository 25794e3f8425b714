namespace DtcGen.Tomography;

/// <summary>What a certificate says about a solution.</summary>
public enum LassoStatus
{
    /// <summary>The duality gap is within the tolerance: no vector has a notably lower objective.</summary>
    Solved,

    /// <summary>A finite solution with a valid gap that is wider than the tolerance.</summary>
    Inaccurate,

    /// <summary>No finite solution was found; solution and certificate are NaN.</summary>
    Failed,
}
