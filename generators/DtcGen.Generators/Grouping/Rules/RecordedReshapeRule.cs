using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>
/// A reshape whose sizes are all known. Elements stay in order, so dimensions on either side whose products agree are the same
/// stretch: one that stays, several merged into one, or one split. A number that the code gives fixes the neurons that it counts.
/// </summary>
internal static class RecordedReshapeRule
{
    private const string Counted = "a number in the code fixes their size; -1 in its place would let them leave";
    private const string Mixed = "a reshape mixes them with other dimensions";

    public static void Apply(AxisGraph axes, Operation operation)
    {
        var known = axes.Input(operation).Known;
        var sizes = axes.Sizes(operation.Output).ToImmutableArray();
        var given = operation.Arguments.Select(static argument => argument.Integer != -1).ToImmutableArray();
        var made = new List<Axis>();
        var (from, to) = (0, 0);
        while (from < known.Length || to < sizes.Length)
        {
            var (start, first) = (from, to);
            var (left, right) = (1L, 1L);
            Take(ref left, known, ref from);
            if (to < sizes.Length)
            {
                right *= sizes[to++];
            }

            while (left != right && (from < known.Length || to < sizes.Length))
            {
                if (left < right && from < known.Length)
                {
                    Take(ref left, known, ref from);
                }
                else if (to < sizes.Length)
                {
                    right *= sizes[to++];
                }
                else
                {
                    Take(ref left, known, ref from);
                }
            }

            // What is left over on one side has one element: it goes with what stands before it.
            while (from < known.Length && known[from].Size == 1 && to >= sizes.Length)
            {
                from++;
            }

            made.AddRange(Stretch(
                [.. known.Skip(start).Take(from - start)],
                [.. sizes.Skip(first).Take(to - first)],
                [.. given.Skip(first).Take(to - first)]));
        }

        axes[operation.Output] = Shape.Of([.. made]);
    }

    private static void Take(ref long product, ImmutableArray<Axis> known, ref int place)
    {
        if (place < known.Length)
        {
            product *= known[place++].Size ?? 1;
        }
    }

    private static IEnumerable<Axis> Stretch(ImmutableArray<Axis> from, ImmutableArray<long> sizes, ImmutableArray<bool> given)
    {
        var wide = from.Where(static axis => axis.Size != 1).ToImmutableArray();
        var places = Enumerable.Range(0, sizes.Length).Where(i => sizes[i] != 1).ToImmutableArray();
        Axis?[] made = [.. sizes.Select(static size => size == 1 ? Axis.Fixed("there is one of them", 1) : null)];
        switch (wide.Length, places.Length)
        {
            case (0, 0):
                // Neurons of which there is one could be any of those that are one too.
                foreach (var axis in from)
                {
                    axis.Pin(Mixed);
                }

                break;
            case (_, 1):
                var merged = wide.Length == 1 ? wide[0] : Axis.Product(wide);
                if (given[places[0]])
                {
                    merged.Pin(Counted);
                }

                made[places[0]] = merged;
                break;
            case (1, _):
                foreach (var place in places)
                {
                    made[place] = given[place] ? Axis.Fixed(Counted, sizes[place]) : Axis.Variable(sizes[place]);
                }

                wide[0].Unite(Axis.Product(places.Select(place => made[place]!)));
                break;
            default:
                foreach (var axis in from)
                {
                    axis.Pin(Mixed);
                }

                foreach (var place in places)
                {
                    made[place] = Axis.Fixed(Mixed, sizes[place]);
                }

                break;
        }

        foreach (var single in from.Where(axis => axis.Size == 1))
        {
            single.Pin(Mixed);
        }

        return made.Select(static axis => axis!);
    }
}
