namespace DtcGen.Onnx;

/// <summary>How a model is compared with its ONNX form.</summary>
public sealed record OnnxParityOptions
{
    /// <summary>How many samples go through at once.</summary>
    public int BatchSize { get; init; } = 512;

    /// <summary>
    /// The largest absolute difference between two outputs that still passes; null takes that of the types that are computed in, which
    /// is 1e-4 for float (<see cref="OnnxParityResult.ElementType"/>).
    /// </summary>
    public double? Tolerance { get; init; }
}
