using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>Dimensions whose size it changes are places, or stay; the others are as they were.</summary>
internal static class ChangedRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var known = axes.Input(operation).Known;
        var sizes = axes.Sizes(operation.Output);
        if (known.Length != sizes.Count)
        {
            OpaqueRule.Apply(axes, operation);
            return;
        }

        var reason = $"'{operation.Name}' changes how many there are";
        var made = new Axis[known.Length];
        for (var i = 0; i < known.Length; i++)
        {
            made[i] = known[i];
            if (known[i].Size != sizes[i])
            {
                known[i].Pin(reason);
                made[i] = Axis.Fixed(reason, sizes[i]);
            }
        }

        axes[operation.Output] = Shape.Of(made);
    }
}
