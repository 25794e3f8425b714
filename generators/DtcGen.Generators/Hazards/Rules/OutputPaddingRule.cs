using System.Globalization;
using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary><c>ConvTranspose2d(..., output_padding: (0, 1))</c>: the first number is taken for all dimensions.</summary>
internal static class OutputPaddingRule
{
    public static Hazard? Find(HazardCall call)
        => call.Owner == "nn" && call.Numbers("output_padding", 1, 0) is { } numbers && numbers.Distinct().Count() > 1
            ? new(
                Descriptors.OneOutputPadding,
                call.Name,
                numbers[0].ToString(CultureInfo.InvariantCulture),
                call.Method == "ConvTranspose2d" ? "conv_transpose2d" : "conv_transpose3d")
            : null;
}
