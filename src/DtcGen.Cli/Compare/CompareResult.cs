using DtcGen.Cli.Compare.Samples;
using DtcGen.Onnx;

namespace DtcGen.Cli.Compare;

/// <summary>What came out of a comparison; its JSON form is what <c>--json</c> writes.</summary>
/// <param name="Dense">The dense model.</param>
/// <param name="Pruned">The pruned model.</param>
/// <param name="MultiplyAddRatio">The dense model's multiply-adds divided by the pruned one's; null when one is not known.</param>
/// <param name="Inputs">What went through both.</param>
/// <param name="Normalization">How the pixels were normalised; null for samples that are given as they are.</param>
/// <param name="Outputs">How the outputs compare. On random samples there is no agreement of classes.</param>
/// <param name="Layers">The layers that are not the same in both.</param>
/// <param name="Latency">How long runs took.</param>
/// <param name="Remarks">What else should be known.</param>
/// <param name="LimitsBroken">The limits that are not kept to.</param>
internal sealed record CompareResult(
    ComparedModel Dense,
    ComparedModel Pruned,
    double? MultiplyAddRatio,
    string Inputs,
    ImageNormalization? Normalization,
    OnnxComparisonResult Outputs,
    IReadOnlyList<ComparedLayer> Layers,
    IReadOnlyList<ComparedLatency> Latency,
    IReadOnlyList<string> Remarks,
    IReadOnlyList<string> LimitsBroken);
