using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary><c>RReLU()</c>: the slope is the mean of its limits, in training too.</summary>
/// <remarks>So it is in <c>functional.rrelu</c>, and there in PyTorch too unless it is told that it trains.</remarks>
internal static class FixedSlopeRule
{
    public static Hazard? Find(HazardCall call)
        => call.Owner == "nn" && !(call.TryConstant("lower", out var lower) && call.Is("upper", lower))
            ? new(Descriptors.FixedSlope)
            : null;
}
