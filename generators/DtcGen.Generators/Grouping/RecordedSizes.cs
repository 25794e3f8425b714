using DtcGen.Generators.Collections;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping;

/// <summary>
/// Holds what the rules found against the sizes that values really had when the graph was recorded. Sizes that no rule knew are
/// learnt; where a rule found others than there were, nothing that it said counts, and the neurons stay.
/// </summary>
internal static class RecordedSizes
{
    private const string Unfollowed = "they go through an operation that could not be followed";

    public static void Check(ForwardGraph graph, AxisGraph axes, Operation operation)
    {
        if (graph.Sizes.Count == 0)
        {
            return;
        }

        for (var output = operation.Output; output < operation.Output + operation.Outputs; output++)
        {
            var sizes = graph.Sizes[output];
            if (Follows(axes[output], sizes))
            {
                continue;
            }

            foreach (var input in operation.Inputs.Where(static input => input.Value is not null))
            {
                axes[input.Value!.Value].PinAll(Unfollowed);
            }

            axes[output].PinAll(Unfollowed);
            axes[output] = Shape.OfSizes(sizes, Unfollowed);
        }
    }

    private static bool Follows(Shape shape, EquatableArray<long> sizes)
    {
        var known = shape.OfRank(sizes.Count).Known;
        return shape.Rank.Count == sizes.Count
            && known.Length == sizes.Count
            && known.Zip(sizes, static (axis, size) => axis.Learn(size)).All(static learnt => learnt);
    }
}
