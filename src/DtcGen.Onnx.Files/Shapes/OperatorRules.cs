using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>
/// The operators of ONNX's default domain whose shapes and multiply-adds can be told before a run. An operator that is
/// not here, or is of another domain, stays unknown: nothing is assumed of it.
/// </summary>
internal static class OperatorRules
{
    private static readonly Dictionary<string, OperatorRule> Rules =
        new[]
        {
            ElementwiseRules.All(), MatrixRules.All(), ConvolutionRules.All(), NormalizationRules.All(), ReductionRules.All(),
            ReshapingRules.All(), ConstantRules.All(), JoiningRules.All(), IndexingRules.All(), ImageRules.All(), RecurrentRules.All(),
            QuantizationRules.All(),
        }
        .SelectMany(static family => family)
        .ToDictionary(static rule => rule.Operator, static rule => rule.Rule, StringComparer.Ordinal);

    public static OperatorRule? Find(NodeProto node)
        => ModelCheck.Domain(node.Domain).Length == 0 ? Rules.GetValueOrDefault(node.OpType) : null;
}
