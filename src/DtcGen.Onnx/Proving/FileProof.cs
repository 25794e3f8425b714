namespace DtcGen.Onnx;

/// <summary>The exported file against the model.</summary>
/// <param name="Parity">What ONNX Runtime computed against what the model did; null when there is no file.</param>
/// <param name="Refusal">Why there is none.</param>
public sealed record FileProof(OnnxParityResult? Parity, string? Refusal);
