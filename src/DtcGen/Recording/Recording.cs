using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>What a model did with one set of inputs.</summary>
/// <param name="Values">The tensors in flight; the inputs come first.</param>
/// <param name="Operations">What was computed, in order.</param>
/// <param name="Outputs">The values that were returned.</param>
/// <param name="Layers">The layers with weights, in the order of their first call.</param>
/// <param name="Staying">Layers whose neurons stay whatever the graph says, with the reason.</param>
internal sealed record Recording(
    IReadOnlyList<RecordedValue> Values,
    IReadOnlyList<RecordedOperation> Operations,
    IReadOnlyList<int> Outputs,
    IReadOnlyList<RecordedLayer> Layers,
    IReadOnlyDictionary<nn.Module, string> Staying);
