using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary>
/// <c>init.normal_(w, generator: g)</c>, <c>init.uniform_(w, generator: g)</c>: g is not asked.
/// <c>init.trunc_normal_(w)</c>: w is as good as constant.
/// </summary>
internal static class InitialisationRule
{
    public static Hazard? Find(HazardCall call) => (call.Owner, call.Method) switch
    {
        ("init", "trunc_normal_") => new(Descriptors.ConstantWeights),
        ("init", var method) when !call.Is("generator", null) => new(Descriptors.IgnoredGenerator, method),
        _ => null,
    };
}
