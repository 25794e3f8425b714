using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary><c>AdaptiveMaxPool3d([2, 2, 2])</c>: no call of it returns.</summary>
internal static class AdaptivePoolingRule
{
    public static Hazard? Find(HazardCall call) => call.Owner is "nn" or "functional" ? new(Descriptors.BrokenPooling, call.Name) : null;
}
