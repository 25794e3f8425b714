namespace DtcGen.Onnx;

/// <summary>How large a model is.</summary>
/// <param name="Parameters">Entries of all stored floating-point tensors with at least one dimension (weights, biases, normalisation statistics).</param>
/// <param name="MultiplyAdds">
/// Multiplications in Gemm, MatMul and Conv for one sample (a leading symbolic dimension counts as 1);
/// null when a shape that it depends on is not in the file.
/// </param>
/// <param name="FileBytes">Size on disk, data files included.</param>
/// <param name="Nodes">How many nodes the graph has.</param>
public sealed record OnnxStatistics(long Parameters, long? MultiplyAdds, long FileBytes, int Nodes);
