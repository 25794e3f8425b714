namespace DtcGen.Datasets;

/// <summary>An array as NumPy keeps it.</summary>
/// <param name="Values">
/// Its entries, the last dimension varying fastest: an array of <see cref="float"/>, <see cref="double"/>, <see cref="Half"/>,
/// <see cref="long"/>, <see cref="int"/>,
/// <see cref="short"/>, <see cref="sbyte"/>, <see cref="byte"/> or <see cref="bool"/>.
/// </param>
/// <param name="Shape">Its dimensions; none for a single number.</param>
public sealed record NpyArray(Array Values, IReadOnlyList<long> Shape);
