using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary><c>x.elu_();</c>, <c>functional.elu(x, 1, inplace: true);</c>: the value is right, and x is not changed.</summary>
internal static class DroppedEluRule
{
    // elu_ with three numbers does work in place.
    public static Hazard? Find(HazardCall call)
        => call.IsDropped && (call.Owner == "functional" || (call.Owner == "Tensor" && call.Call.Arguments.Length == 1))
            ? new(Descriptors.DroppedElu, call.Name)
            : null;
}
