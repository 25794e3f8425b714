using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary><c>KLDivLoss()</c>, <c>functional.kl_div(input, target)</c>: log_target is true by default.</summary>
internal static class LogTargetRule
{
    public static Hazard? Find(HazardCall call)
        => call.Owner is "nn" or "functional" && call.IsLeftOut("log_target") ? new(Descriptors.LogTarget, call.Name) : null;
}
