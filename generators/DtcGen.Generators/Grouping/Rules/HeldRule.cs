using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>A parameter or buffer of the model's own is not clipped, so the neurons that it meets stay.</summary>
internal static class HeldRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var reason = $"they meet the tensor '{operation.Name}', whose size stays";
        axes[operation.Output] = axes.IsRecorded ? Shape.OfSizes(axes.Sizes(operation.Output), reason) : Shape.OfHeld(reason);
    }
}
