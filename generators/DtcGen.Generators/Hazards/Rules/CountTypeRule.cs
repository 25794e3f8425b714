using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary><c>BatchNorm2d(n, dtype: ScalarType.BFloat16)</c>: its count of batches has that type too, and stops.</summary>
internal static class CountTypeRule
{
    public static Hazard? Find(HazardCall call) => (call.Owner, call.EnumName("dtype")) switch
    {
        ("nn", "BFloat16" or "bfloat16") => new(Descriptors.CountStops, call.Name, "BFloat16", "256"),
        ("nn", "Float16" or "float16" or "half") => new(Descriptors.CountStops, call.Name, "Float16", "2048"),
        _ => null,
    };
}
