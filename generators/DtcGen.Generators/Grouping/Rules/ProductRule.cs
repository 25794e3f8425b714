using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>
/// A product of two tensors sums over the last dimension of one and the last but one of the other: they are the same
/// neurons, and leave from both. Earlier dimensions meet as in any operation of two tensors.
/// </summary>
internal static class ProductRule
{
    public static void ApplyMatmul(AxisGraph axes, Operation operation)
    {
        var (left, right) = (axes[operation.Inputs[0].Value!.Value], axes[operation.Inputs[1].Value!.Value]);
        if (axes.IsRecorded)
        {
            // Zero in the layers behind it, they would still count in the sum.
            left.FromLast(0)?.Pin($"'{operation.Name}' sums over them");
        }

        axes[operation.Output] = Multiply(left, right, right.FromLast(0), right.FromLast(1));
    }

    /// <summary>Attention scales by the size that it sums over, so that one stays; what it averages, the values, may leave.</summary>
    public static void ApplyAttention(AxisGraph axes, Operation operation)
    {
        var shapes = operation.Inputs.Select(input => axes[input.Value!.Value]).ToArray();
        var (query, key, value) = (shapes[0], shapes[1], shapes[2]);
        var reason = $"'{operation.Name}' scales by their number";
        query.FromLast(0)?.Pin(reason);
        foreach (var mask in shapes.Skip(3))
        {
            mask.PinAll($"'{operation.Name}' masks by them");
        }

        var scores = Multiply(query, key, key.FromLast(1), key.FromLast(0));
        scores.FromLast(0)?.Pin($"'{operation.Name}' runs across them");
        axes[operation.Output] = Multiply(scores, value, value.FromLast(0), value.FromLast(1));
    }

    private static Shape Multiply(Shape left, Shape right, Axis? made, Axis? summed)
    {
        if (left.FromLast(0) is { } taken && summed is not null)
        {
            taken.Unite(summed);
            taken.Take();
        }

        var dimensions = new List<Axis> { made ?? Axis.Space(), left.FromLast(1) ?? Axis.Space() };
        for (var i = 2; i < Math.Max(left.Known.Length, right.Known.Length); i++)
        {
            dimensions.Add((left.FromLast(i), right.FromLast(i)) switch
            {
                ({ } a, { } b) => BroadcastRule.Meet(a, b),
                (var a, var b) => a ?? b!,
            });
        }

        return Shape.OfLast(dimensions, left.IsRankKnown && right.IsRankKnown);
    }
}
