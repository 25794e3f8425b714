using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary><c>Hardtanh()</c>, <c>functional.hardtanh(x)</c>, <c>x.hardtanh(-1, 1)</c>: they return the input itself.</summary>
internal static class HardtanhRule
{
    public static Hazard? Find(HazardCall call) => call.Owner switch
    {
        "nn" when call.Is("inplace", false)
            => new(Descriptors.UnclampedHardtanh, call.Name, "x.clamp(min, max) in forward, or say inplace: true"),
        "functional" when call.Is("inplace", false) => new(Descriptors.UnclampedHardtanh, call.Name, "x.clamp(min, max)"),
        "Tensor" => new(Descriptors.UnclampedHardtanh, call.Name, "clamp(min, max)"),
        _ => null,
    };
}
