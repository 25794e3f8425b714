using DtcGen.Cli.Report;

namespace DtcGen.Cli.Inspect;

/// <summary>What <c>dtc inspect</c> was asked for.</summary>
/// <param name="File">The model file.</param>
/// <param name="All">Whether nodes that only compute shapes are listed too.</param>
/// <param name="Zeros">Whether zeros in data files are counted.</param>
/// <param name="Dimensions">Sizes for symbolic dimensions, each <c>NAME=N</c>.</param>
/// <param name="Html">The page to write; null for none.</param>
/// <param name="Json">Where the result goes as JSON.</param>
internal sealed record InspectOptions(string File, bool All, bool Zeros, IReadOnlyList<string> Dimensions, string? Html, CommandJson Json);
