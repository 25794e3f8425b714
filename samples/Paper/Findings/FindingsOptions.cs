namespace DtcGen.Samples.Paper;

/// <summary>What <c>findings</c> was asked to do.</summary>
/// <param name="DataFolder">MNIST's folder.</param>
/// <param name="Page">The Markdown file to write; its figures go beside it.</param>
/// <param name="WorkFolder">The sweep's folder.</param>
/// <param name="Repeats">How many seeds.</param>
/// <param name="Processes">How many runs at a time.</param>
internal sealed record FindingsOptions(string DataFolder, string Page, string WorkFolder, int Repeats, int Processes);
