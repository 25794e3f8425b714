using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>
/// Parts of a dimension. In equal parts, the same place of every part is one neuron; a part told by numbers keeps the
/// neurons that the numbers count.
/// </summary>
internal static class PartRule
{
    private const string Part = "they are a part that is taken by number";

    public static void ApplySlice(AxisGraph axes, Operation operation)
    {
        var input = axes.Input(operation);
        if (Find(input, operation, operation.Arguments[0]) is not var (axis, place))
        {
            axes[operation.Output] = Shape.OfInput();
            return;
        }

        axis.Pin($"'{operation.Name}' takes some of them by number");
        axes[operation.Output] = operation.Kind == OperatorKind.Select
            ? Shape.OfLast(input.Known.Reverse().Where((_, i) => i != place), input.IsRankKnown)
            : With(input, place, Axis.Fixed(Part, Length(operation, axis.Size)));
    }

    public static void ApplySplit(AxisGraph axes, Operation operation)
    {
        var input = axes.Input(operation);
        var found = Find(input, operation, operation.Arguments[0]);
        found?.Axis.Pin($"'{operation.Name}' takes some of them by number");
        for (var i = 0; i < operation.Outputs; i++)
        {
            axes[operation.Output + i] = found is var (_, place)
                ? With(input, place, Axis.Fixed(Part, operation.Arguments[i + 1].Integer))
                : Shape.OfInput();
        }
    }

    public static void ApplyChunk(AxisGraph axes, Operation operation)
    {
        var input = axes.Input(operation);
        var found = Find(input, operation, operation.Arguments[1]);
        var part = found is var (axis, _) ? Equal(operation, axis) : null;
        for (var i = 0; i < operation.Outputs; i++)
        {
            axes[operation.Output + i] = found is var (_, place) ? With(input, place, part!) : Shape.OfInput();
        }
    }

    private static Axis Equal(Operation operation, Axis axis)
    {
        if (axis.Size is { } size && size % operation.Outputs != 0)
        {
            axis.Pin($"'{operation.Name}' takes them apart unevenly");
            return Axis.Fixed(Part);
        }

        var part = Axis.Variable(axis.Size / operation.Outputs);
        axis.Unite(Axis.Product([Axis.Fixed($"they are the parts of '{operation.Name}'", operation.Outputs), part]));
        return part;
    }

    // The dimension and its place counted from the last.
    private static (Axis Axis, int Place)? Find(Shape input, Operation operation, Argument dimension)
    {
        if (dimension.Integer is { } number && input.At(number) is { } axis)
        {
            return (axis, number < 0 ? (int)(-number - 1) : input.Known.Length - 1 - (int)number);
        }

        input.PinAll($"'{operation.Name}' takes a part along a dimension that cannot be told");
        return null;
    }

    private static Shape With(Shape input, int place, Axis part)
        => input.WithTrailing(input.Known.Reverse().Select((axis, i) => i == place ? part : axis));

    private static long? Length(Operation operation, long? size)
    {
        if (operation.Kind == OperatorKind.Narrow)
        {
            return operation.Arguments[2].Integer;
        }

        if (size is not { } all || operation.Arguments[1].Integer is not { } start || operation.Arguments[2].Integer is not { } finish
            || operation.Arguments[3].Integer is not (> 0 and var step))
        {
            return null;
        }

        var from = Math.Max(0, Math.Min(all, start < 0 ? start + all : start));
        var to = Math.Max(from, Math.Min(all, finish < 0 ? finish + all : finish));
        return (to - from + step - 1) / step;
    }
}
