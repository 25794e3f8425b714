namespace DtcGen.Cli.Inspect;

/// <summary>Sums over a model.</summary>
/// <param name="FileBytes">Size on disk, data files included.</param>
/// <param name="Parameters">Parameters of all layers.</param>
/// <param name="ZeroParameters">Parameters that are exactly zero; null when those of a layer were not counted.</param>
/// <param name="MultiplyAdds">Multiply-adds for one sample; null when those of a node are not known.</param>
/// <param name="KnownMultiplyAdds">Multiply-adds of the nodes where they are known.</param>
/// <param name="UnknownLayers">How many nodes there are whose multiply-adds are not known.</param>
/// <param name="WeightBytes">The size of all stored tensors.</param>
/// <param name="UnusedTensors">Stored tensors that no node uses.</param>
internal sealed record InspectTotals(
    long FileBytes,
    long Parameters,
    long? ZeroParameters,
    long? MultiplyAdds,
    long KnownMultiplyAdds,
    int UnknownLayers,
    long WeightBytes,
    int UnusedTensors);
