using System.Collections.Immutable;
using DtcGen.Generators.Hazards.Rules;

namespace DtcGen.Generators.Hazards;

/// <summary>Which calls are looked at, by the method's name. A rule answers null where nothing is wrong, or nothing can be told.</summary>
internal static class HazardTable
{
    private static readonly ImmutableDictionary<string, Func<HazardCall, Hazard?>> Rules = new Dictionary<string, Func<HazardCall, Hazard?>>
    {
        ["Hardtanh"] = HardtanhRule.Find,
        ["hardtanh"] = HardtanhRule.Find,
        ["ConvTranspose2d"] = OutputPaddingRule.Find,
        ["ConvTranspose3d"] = OutputPaddingRule.Find,
        ["Conv2d"] = SamePaddingRule.Find,
        ["Conv3d"] = SamePaddingRule.Find,
        ["AdaptiveMaxPool3d"] = AdaptivePoolingRule.Find,
        ["adaptive_max_pool3d"] = AdaptivePoolingRule.Find,
        ["adaptive_max_pool3d_with_indices"] = AdaptivePoolingRule.Find,
        ["BatchNorm1d"] = CountTypeRule.Find,
        ["BatchNorm2d"] = CountTypeRule.Find,
        ["BatchNorm3d"] = CountTypeRule.Find,
        ["KLDivLoss"] = LogTargetRule.Find,
        ["kl_div"] = LogTargetRule.Find,
        ["elu"] = DroppedEluRule.Find,
        ["elu_"] = DroppedEluRule.Find,
        ["RReLU"] = FixedSlopeRule.Find,
        ["pad"] = PaddingRule.Find,
        ["normal_"] = InitialisationRule.Find,
        ["uniform_"] = InitialisationRule.Find,
        ["trunc_normal_"] = InitialisationRule.Find,
        ["call"] = CellStateRule.Find,
        ["forward"] = CellStateRule.Find,
        ["Embedding_from_pretrained"] = PretrainedEmbeddingRule.Find,
    }.ToImmutableDictionary();

    public static Func<HazardCall, Hazard?>? Rule(string method) => Rules.TryGetValue(method, out var rule) ? rule : null;
}
