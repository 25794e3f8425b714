using DtcGen.Datasets;

namespace DtcGen.Samples;

/// <summary>The data of a run.</summary>
/// <param name="Dataset">The images.</param>
/// <param name="Origin">Where they come from, in words for the user.</param>
internal sealed record ChosenData(ImageDataset Dataset, string Origin);
