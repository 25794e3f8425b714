namespace DtcGen.Benchmarks;

/// <summary>What recording a model costs beside one forward pass of the same example; medians of one run.</summary>
/// <param name="Network">The network.</param>
/// <param name="Samples">How many samples the example has.</param>
/// <param name="Others">How many it is recorded with the second time.</param>
/// <param name="Forward">One forward pass, in milliseconds.</param>
/// <param name="Record">Recording and grouping, in milliseconds.</param>
internal sealed record RecordingMeasurement(string Network, long Samples, long Others, double Forward, double Record);
