namespace DtcGen.Cli.Inspect;

/// <summary>A stored tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its element type.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Zeros">How many entries are exactly zero; null when they were not counted.</param>
internal sealed record InspectWeight(string Name, string Type, IReadOnlyList<long> Shape, long Bytes, long? Zeros);
