using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary><c>RReLU()</c>: the slope is the mean of its limits, in training too. The functions do so in PyTorch as well unless told otherwise.</summary>
internal static class FixedSlopeRule
{
    public static Hazard? Find(HazardCall call)
        => call.Owner == "nn" && !(call.TryConstant("lower", out var lower) && call.Is("upper", lower)) ? new(Descriptors.FixedSlope) : null;
}
