using DtcGen.Onnx;

namespace DtcGen.Cli.Compare;

/// <summary>The size of one of the models.</summary>
/// <param name="File">Its file.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="MultiplyAdds">Its multiply-adds for one sample; null when they are not known.</param>
/// <param name="FileBytes">Its size on disk.</param>
/// <param name="Neurons">What was kept of each neuron group; null where the file does not say.</param>
internal sealed record ComparedModel(
    string File, long Parameters, long? MultiplyAdds, long FileBytes, IReadOnlyList<OnnxNeurons>? Neurons);
