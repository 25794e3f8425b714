using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>A pooling keeps the channels and makes new places.</summary>
internal static class PoolingRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var space = operation.Kind switch
        {
            OperatorKind.MaxPool1d or OperatorKind.AvgPool1d or OperatorKind.AdaptiveAvgPool1d => 1,
            OperatorKind.MaxPool3d or OperatorKind.AvgPool3d => 3,
            _ => 2,
        };
        var input = axes.Input(operation).OfRank(space + 2);
        var known = input.Known;
        axes[operation.Output] = Shape.Of(
            [.. known.Take(known.Length - space), .. Enumerable.Range(0, space).Select(_ => Place(operation))]);
    }

    private static Axis Place(Operation operation)
        => operation.Kind is OperatorKind.AdaptiveAvgPool1d or OperatorKind.AdaptiveAvgPool2d && operation.Arguments[0].Integer is { } size
            ? Axis.Fixed("they are places, not neurons", size)
            : Axis.Space();
}
