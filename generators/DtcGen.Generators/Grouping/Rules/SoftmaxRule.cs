using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>Every element depends on all others along one dimension, so none of them can leave.</summary>
internal static class SoftmaxRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var input = axes.Input(operation);
        var reason = $"'{operation.Name}' runs across them";

        if (operation.Arguments[0].Integer is { } dimension && input.At(dimension) is { } across)
        {
            across.Pin(reason);
        }
        else
        {
            // Which dimension it is cannot be told, so it may be any.
            input.PinAll(reason);
        }

        axes[operation.Output] = input;
    }
}
