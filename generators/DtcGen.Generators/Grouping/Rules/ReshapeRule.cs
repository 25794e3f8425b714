using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>
/// A view of the same elements in other dimensions. Sizes taken from a tensor keep their dimension; between them,
/// dimensions are merged into one or one is split. A number in the code fixes the neurons that it counts.
/// </summary>
internal static class ReshapeRule
{
    private const string Counted = "a number in the code fixes their size; -1 in its place would let them leave";
    private const string Mixed = "a reshape mixes them with other dimensions";

    public static void Apply(AxisGraph axes, Operation operation)
    {
        if (axes.IsRecorded)
        {
            RecordedReshapeRule.Apply(axes, operation);
            return;
        }

        var input = axes.Input(operation);
        var sizes = operation.Arguments.ToImmutableArray();
        LearnRank(axes, operation, input);
        var known = input.IsRankKnown ? input.Known : [];
        var made = new Axis[sizes.Length];

        // Dimensions that are named by their size, or by their number alike, stand at the front and at the back.
        var (front, back) = (0, 0);
        while (front < Math.Min(known.Length, sizes.Length) && IsSame(axes, known[front], sizes[front], front == 0))
        {
            made[front] = known[front++];
        }

        while (back < Math.Min(known.Length, sizes.Length) - front
            && IsSame(axes, known[known.Length - 1 - back], sizes[sizes.Length - 1 - back], isFirst: false))
        {
            made[sizes.Length - 1 - back] = known[known.Length - 1 - back++];
        }

        var from = known.Skip(front).Take(known.Length - front - back).ToImmutableArray();
        var to = sizes.Skip(front).Take(sizes.Length - front - back).ToImmutableArray();
        var between = input.IsRankKnown ? Between(axes, from, to) : null;
        if (between is null)
        {
            foreach (var axis in input.IsRankKnown ? from : input.Known)
            {
                axis.Pin(Mixed);
            }

            between = [.. to.Select(size => Named(axes, size) ?? Axis.Fixed(Mixed, size.Integer is > 0 ? size.Integer : null))];
        }

        between.Value.CopyTo(made, front);
        axes[operation.Output] = Shape.Of(made);
    }

    // view(x.shape[0], x.shape[1], heads, -1): what is named in order stands before the one that is split.
    private static void LearnRank(AxisGraph axes, Operation operation, Shape input)
    {
        var named = 0;
        while (named < operation.Arguments.Count
            && operation.Arguments[named] is { SizeOf: { } tensor, Integer: { } dimension }
            && dimension == named
            && axes[tensor].Rank == input.Rank)
        {
            named++;
        }

        if (named > 0 && !input.IsRankKnown && operation.Arguments.Skip(named).All(static size => size.SizeOf is null)
            && operation.Arguments.Count > named + 1)
        {
            input.OfRank(named + 1);
        }
    }

    private static ImmutableArray<Axis>? Between(AxisGraph axes, ImmutableArray<Axis> from, ImmutableArray<Argument> to)
    {
        switch (from, to)
        {
            case ([], []):
                return [];
            case ([_, ..], [var merged]):
                var product = Axis.Product(from);
                if (!IsInferred(merged) && Named(axes, merged) is null)
                {
                    product.Pin(Counted);
                }

                return [product];
            case ([var split], [_, ..]):
                var factors = to.Select(size => Factor(axes, size)).ToImmutableArray();
                split.Unite(Axis.Product(factors));
                return factors;
            default:
                return null;
        }
    }

    private static Axis Factor(AxisGraph axes, Argument size)
        => Named(axes, size) ?? (IsInferred(size) ? Axis.Variable() : Axis.Fixed(Counted, size.Integer));

    private static bool IsInferred(Argument size) => size is { Integer: -1, SizeOf: null };

    // An inferred first dimension, where the others follow, is the batch.
    private static bool IsSame(AxisGraph axes, Axis axis, Argument size, bool isFirst)
        => Named(axes, size)?.Root == axis.Root || (isFirst && IsInferred(size) && axis.Pinned is not null);

    private static Axis? Named(AxisGraph axes, Argument size)
        => size is { SizeOf: { } tensor, Integer: { } dimension } ? axes[tensor].At(dimension) : null;
}
