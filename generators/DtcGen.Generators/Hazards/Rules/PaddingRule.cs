using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Modules;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary><c>functional.pad(x, 1)</c> in a module, whose tensors have a batch: that is padded too.</summary>
internal static class PaddingRule
{
    public static Hazard? Find(HazardCall call)
    {
        if (call.Owner != "functional"
            || !call.InModule
            || call.Argument("pad") is not { Parameter.Type.SpecialType: SpecialType.System_Int64 } pad)
        {
            return null;
        }

        var number = call.TryConstant("pad", out var value) ? Constants.ToInteger(value) : null;
        var text = pad.Value.Syntax.ToString();
        return number == 0 ? null : new(Descriptors.PadsEverything, $"({text}, {text})");
    }
}
