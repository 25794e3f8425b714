namespace DtcGen.Onnx;

/// <summary>An output that came out of a run.</summary>
/// <param name="Values">Its entries, the last dimension varying fastest.</param>
/// <param name="Shape">Its dimensions.</param>
internal sealed record RunOutput(double[] Values, long[] Shape);
