namespace DtcGen.Datasets;

/// <summary>The content of an IDX file of unsigned bytes.</summary>
/// <param name="Dimensions">The size of each dimension, outermost first.</param>
/// <param name="Data">The values, the last dimension varying fastest.</param>
public sealed record IdxArray(IReadOnlyList<int> Dimensions, byte[] Data);
