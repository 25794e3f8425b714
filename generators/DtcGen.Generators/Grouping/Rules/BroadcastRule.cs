using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>
/// Two tensors meet element by element, as in a residual connection: their dimensions are the same neurons, unless
/// one is repeated along the other.
/// </summary>
internal static class BroadcastRule
{
    private const string Repeated = "they are repeated along another tensor's";

    public static void Apply(AxisGraph axes, Operation operation)
    {
        if (operation.Inputs.Any(static input => input.Value is null))
        {
            ElementWiseRule.Apply(axes, operation);
            return;
        }

        var left = axes[operation.Inputs[0].Value!.Value];
        var right = axes[operation.Inputs[1].Value!.Value];
        if (left.Held is not null || right.Held is not null)
        {
            // It is repeated along the other's dimensions, which it has no more of.
            var (other, held) = left.Held is null ? (left, right) : (right, left);
            other.PinAll(held.Held!);
            axes[operation.Output] = other;
            return;
        }

        var met = new List<Axis>();
        for (var i = 0; i < Math.Max(left.Known.Length, right.Known.Length); i++)
        {
            met.Add((left.FromLast(i), right.FromLast(i)) switch
            {
                ({ } a, { } b) => Meet(a, b),
                (var a, var b) => a ?? b!,
            });
        }

        // Of two ranks that are not known one may be the smaller; a result of unknown rank goes with the first.
        axes[operation.Output] = left.IsRankKnown && right.IsRankKnown ? Shape.OfLast(met, isRankKnown: true) : left.WithTrailing(met);
    }

    /// <summary>Any number of tensors meet element by element, all their dimensions known.</summary>
    public static void ApplyAll(AxisGraph axes, Operation operation)
    {
        var shapes = operation.Inputs.Where(static input => input.Value is not null).Select(input => axes[input.Value!.Value]).ToArray();
        var met = new List<Axis>();
        for (var i = 0; i < shapes.Max(static shape => shape.Known.Length); i++)
        {
            met.Add(shapes.Select(shape => shape.FromLast(i)).OfType<Axis>().Aggregate(Meet));
        }

        axes[operation.Output] = Shape.OfLast(met, isRankKnown: true);
    }

    /// <summary>Two dimensions at one place: the same neurons, unless one is repeated along the other.</summary>
    public static Axis Meet(Axis left, Axis right)
    {
        if ((left.Size == 1) != (right.Size == 1))
        {
            var (repeated, along) = left.Size == 1 ? (left, right) : (right, left);
            repeated.Pin(Repeated);
            return along;
        }

        left.Unite(right);
        return left;
    }
}
