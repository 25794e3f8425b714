using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>Mean, sum or maximum over dimensions: these go, or shrink to one; the others stay.</summary>
internal static class ReductionRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var input = axes.Input(operation);
        var keeps = operation.Arguments[0].Integer == 1;
        var reduced = operation.Arguments.Skip(1).Select(argument => input.At(argument.Integer!.Value)).ToArray();
        if (reduced.Any(static axis => axis is null))
        {
            input.PinAll($"'{operation.Name}' runs across a dimension that cannot be told");

            axes[operation.Output] = Shape.OfInput();
            return;
        }

        foreach (var axis in reduced)
        {
            axis!.Pin($"'{operation.Name}' runs across them");
        }

        axes[operation.Output] = Shape.OfLast(
            input.Known
                .Reverse()
                .Where(axis => keeps || !reduced.Contains(axis))
                .Select(axis => reduced.Contains(axis) ? Axis.Fixed("there is one of them", 1) : axis),
            input.IsRankKnown);
    }
}
