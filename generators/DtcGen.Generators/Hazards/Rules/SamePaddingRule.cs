using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary>
/// <c>Conv2d(..., (3, 5), padding: Padding.Same, padding_mode: PaddingModes.Reflect)</c>: the last
/// dimension is padded as the first should be.
/// </summary>
internal static class SamePaddingRule
{
    public static Hazard? Find(HazardCall call)
    {
        var dimensions = call.Method == "Conv2d" ? 2 : 3;
        if (call.Owner != "nn"
            || call.EnumName("padding") != "Same"
            || call.EnumName("padding_mode") is not { } mode
            || mode == "Zeros"
            || call.Numbers("kernel_size", dimensions, 1) is not { } kernel
            || call.Numbers("dilation", dimensions, 1) is not { } dilation)
        {
            return null;
        }

        var padding = kernel.Zip(dilation, static (size, spread) => spread * (size - 1)).ToArray();
        return padding.SequenceEqual(Enumerable.Reverse(padding))
            ? null
            : new(Descriptors.SwappedPadding, call.Name, mode, WayOut(padding));
    }

    private static string WayOut(long[] padding)
        => padding.All(static total => total % 2 == 0)
            ? $"say padding: ({string.Join(", ", padding.Select(static total => total / 2))})"
            : "pad by functional.pad before a convolution without padding";
}
