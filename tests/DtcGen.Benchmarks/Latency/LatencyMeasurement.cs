namespace DtcGen.Benchmarks;

/// <summary>A network that was pruned to a budget, under ONNX Runtime.</summary>
/// <param name="Network">Its name.</param>
/// <param name="Batch">The samples of a run.</param>
/// <param name="Budget">What was asked.</param>
/// <param name="Before">Milliseconds of a run before.</param>
/// <param name="Share">The share of that that is left, in turns with the network as it was.</param>
/// <param name="Found">The same by the budget's clock; null for a budget without one.</param>
/// <param name="MultiplyAdds">The share of multiply-adds that is left.</param>
/// <param name="Neurons">The share of the neurons that is left.</param>
/// <param name="Remark">What the report says of the budget.</param>
internal sealed record LatencyMeasurement(
    string Network,
    int Batch,
    string Budget,
    double Before,
    double Share,
    double? Found,
    double MultiplyAdds,
    double Neurons,
    string? Remark);
