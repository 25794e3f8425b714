using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>
/// The operators whose shapes and multiply-adds can be told before a run, by domain. An operator that is not here stays
/// unknown: nothing is assumed of it.
/// </summary>
internal static class OperatorRules
{
    private static readonly Dictionary<(string Domain, string Operator), OperatorRule> Rules =
        new (string Domain, IEnumerable<(string Operator, OperatorRule Rule)> Family)[]
        {
            ("", ElementwiseRules.All()), ("", MatrixRules.All()), ("", ConvolutionRules.All()), ("", NormalizationRules.All()),
            ("", ReductionRules.All()), ("", ReshapingRules.All()), ("", ConstantRules.All()), ("", JoiningRules.All()),
            ("", IndexingRules.All()), ("", ImageRules.All()), ("", RecurrentRules.All()), ("", QuantizationRules.All()),
            ("", AttentionRules.All()), ("", SignalRules.All()), ("", LossRules.All()), ("", DetectionRules.All()),
            ("", SequenceRules.All()), (FusedRules.Domain, FusedRules.All()), (BlockedRules.Domain, BlockedRules.All()),
            (ClassicRules.Domain, ClassicRules.All()),
        }
        .SelectMany(static family => family.Family.Select(rule => (family.Domain, rule)))
        .ToDictionary(static entry => (entry.Domain, entry.rule.Operator), static entry => entry.rule.Rule);

    /// <summary>Every operator that has a rule.</summary>
    public static IReadOnlyCollection<(string Domain, string Operator)> Known => Rules.Keys;

    public static OperatorRule? Find(NodeProto node) => Rules.GetValueOrDefault((ModelCheck.Domain(node.Domain), node.OpType));
}
