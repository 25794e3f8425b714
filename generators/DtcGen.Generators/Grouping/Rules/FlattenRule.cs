using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>Dimensions are laid out one after the other in a single one.</summary>
internal static class FlattenRule
{
    private const string Unknown = "they are flattened together with dimensions that are not known";

    public static void Apply(AxisGraph axes, Operation operation)
    {
        var input = axes.Input(operation);
        var (first, last) = (operation.Arguments[0].Integer, operation.Arguments[1].Integer);

        if (input.IsRankKnown && first is { } start && last is { } end)
        {
            var known = input.Known;
            var (from, to) = (Index(start, known.Length), Index(end, known.Length));
            axes[operation.Output] = Shape.Of(
                [.. known.Take(from), Axis.Product(known.Skip(from).Take(to - from + 1)), .. known.Skip(to + 1)]);
            return;
        }

        // All from the second dimension on, as nearly every model does: what is known lies fastest.
        if (first == 1 && last == -1)
        {
            var features = input.Known is [var only] ? Axis.Product([Axis.Fixed(Unknown), only]) : Pinned(input);
            axes[operation.Output] = Shape.Of(Axis.Fixed("they are the batch"), features);
            return;
        }

        Pinned(input);
        axes[operation.Output] = Shape.OfInput();
    }

    private static int Index(long dimension, int rank)
        => (int)Math.Max(0, Math.Min(rank - 1, dimension < 0 ? dimension + rank : dimension));

    private static Axis Pinned(Shape shape)
    {
        shape.PinAll(Unknown);

        return Axis.Fixed(Unknown);
    }
}
