namespace DtcGen.Samples.Paper;

/// <summary>What <c>findings</c> was asked to do.</summary>
/// <param name="DataFolder">MNIST's folder.</param>
/// <param name="Page">The Markdown file to write; its figures go beside it.</param>
/// <param name="WorkFolder">Where finished cycles are kept.</param>
/// <param name="Repeats">How many seeds.</param>
/// <param name="Threads">How many threads.</param>
internal sealed record FindingsOptions(string DataFolder, string Page, string WorkFolder, int Repeats, int Threads);
