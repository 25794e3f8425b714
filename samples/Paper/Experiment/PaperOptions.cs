namespace DtcGen.Samples.Paper;

/// <summary>What <c>run</c> was asked to do.</summary>
/// <param name="DataFolder">MNIST's folder.</param>
/// <param name="OutputFolder">Where to write.</param>
/// <param name="Variant">The reading of the method.</param>
/// <param name="Methods">The methods to run, at least one, in the paper's order.</param>
/// <param name="Repeats">How many seeds.</param>
/// <param name="Processes">How many runs at a time.</param>
/// <param name="Resume">Whether to continue an interrupted run.</param>
internal sealed record PaperOptions(
    string DataFolder,
    string OutputFolder,
    PaperVariant Variant,
    IReadOnlyList<PaperMethod> Methods,
    int Repeats,
    int Processes,
    bool Resume);
