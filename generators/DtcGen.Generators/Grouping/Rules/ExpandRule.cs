using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>A tensor repeated along dimensions of size 1, and along new ones in front; the others are as they were.</summary>
internal static class ExpandRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var input = axes.Input(operation);
        var sizes = axes.Sizes(operation.Output);
        var made = new List<Axis>();
        for (var i = 0; i < sizes.Count; i++)
        {
            var size = sizes[sizes.Count - 1 - i];
            var given = i < operation.Arguments.Count ? operation.Arguments[operation.Arguments.Count - 1 - i].Integer : null;
            made.Add(Kept(input.FromLast(i), size, operation, isCounted: given != -1) ?? Axis.Fixed("they are repeated", size));
        }

        axes[operation.Output] = Shape.OfLast(made, isRankKnown: true);
    }

    // A number that says the size of a dimension which is not repeated counts its neurons.
    private static Axis? Kept(Axis? axis, long size, Operation operation, bool isCounted)
    {
        if (axis is null || axis.Size == size)
        {
            if (isCounted)
            {
                axis?.Pin($"'{operation.Name}' counts them");
            }

            return axis;
        }

        axis.Pin("they are repeated");
        return null;
    }
}
