using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>An operation along one dimension, its first argument: it pins that dimension, and the others are as they were.</summary>
internal static class AlongRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var input = axes.Input(operation);
        if (operation.Arguments[0].Integer is not { } dimension || input.At(dimension) is not { } across)
        {
            OpaqueRule.Apply(axes, operation);
            return;
        }

        // Other tensors, such as indices, are not followed.
        foreach (var other in operation.Inputs.Skip(1).Where(static other => other.Value is not null))
        {
            axes[other.Value!.Value].PinAll(Reason(operation));
        }

        across.Pin(Reason(operation));
        for (var output = operation.Output; output < operation.Output + operation.Outputs; output++)
        {
            var known = input.Known;
            var sizes = axes.Sizes(output);
            var place = (int)(dimension < 0 ? dimension + known.Length : dimension);
            axes[output] = sizes.Count == known.Length
                ? Shape.Of([.. known.SetItem(place, Axis.Fixed(Reason(operation), sizes[place]))])
                : Shape.Of([.. known.RemoveAt(place)]);
        }
    }

    private static string Reason(Operation operation) => $"'{operation.Name}' runs across them";
}
