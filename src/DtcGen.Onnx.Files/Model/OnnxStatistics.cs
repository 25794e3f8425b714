namespace DtcGen.Onnx;

/// <summary>How large a model is.</summary>
/// <param name="Parameters">Entries of the stored tensors that count as parameters
/// (<see cref="OnnxWeight.IsParameter"/>): weights, biases, normalisation statistics.</param>
/// <param name="MultiplyAdds">
/// Multiply-adds for one sample, as <see cref="OnnxCost"/> counts them; null when those of a node are not known.
/// </param>
/// <param name="FileBytes">Size on disk, data files included.</param>
/// <param name="Nodes">How many nodes the graph has.</param>
public sealed record OnnxStatistics(long Parameters, long? MultiplyAdds, long FileBytes, int Nodes);
