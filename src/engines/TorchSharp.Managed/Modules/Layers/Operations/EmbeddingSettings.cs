namespace TorchSharp.Modules;

/// <summary>How a table is looked up and trained.</summary>
/// <param name="PaddingIndex">The number whose vector gets no gradient, or null.</param>
/// <param name="MaxNorm">The largest norm of a vector that is looked up, or null.</param>
/// <param name="NormType">The norm's order.</param>
/// <param name="ScaleByFrequency">Whether gradients are divided by how often a number occurs.</param>
internal sealed record EmbeddingSettings(long? PaddingIndex, double? MaxNorm, double NormType, bool ScaleByFrequency);
