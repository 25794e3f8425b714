namespace DtcGen.Samples;

/// <summary>One of the two networks in result.json.</summary>
/// <param name="Neurons">The neurons of all groups: the ones that can leave.</param>
/// <param name="Parameters">The numbers that training set.</param>
/// <param name="MultiplyAdds">Multiplications with an addition for one image; null where the file does not tell.</param>
/// <param name="OnnxBytes">The size of the ONNX file.</param>
/// <param name="Accuracy">The share of the test images that it gets right.</param>
/// <param name="LatencyMsBatch1">ONNX Runtime's median time for one image, in milliseconds; null when not measured.</param>
/// <param name="LatencyMsBatch512">The same for 512 images at once.</param>
public sealed record ModelResult(
    long Neurons,
    long Parameters,
    long? MultiplyAdds,
    long OnnxBytes,
    double Accuracy,
    double? LatencyMsBatch1 = null,
    double? LatencyMsBatch512 = null);
