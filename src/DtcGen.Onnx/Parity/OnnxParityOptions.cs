namespace DtcGen.Onnx;

/// <summary>How a model is compared with its ONNX form.</summary>
public sealed record OnnxParityOptions
{
    /// <summary>How many samples go through at once.</summary>
    public int BatchSize { get; init; } = 512;

    /// <summary>The largest absolute difference between two outputs that still passes.</summary>
    public double Tolerance { get; init; } = 1e-4;
}
