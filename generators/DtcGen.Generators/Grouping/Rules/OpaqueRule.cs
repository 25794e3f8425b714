using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>What an operation does to its tensors, or to their neurons, is not followed: the neurons on either side stay.</summary>
internal static class OpaqueRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var reason = operation.Kind == OperatorKind.Opaque
            ? $"they go through '{operation.Name}', which is not followed"
            : $"they go through '{operation.Name}', which keeps their number";
        foreach (var input in operation.Inputs.Where(static input => input.Value is not null))
        {
            axes[input.Value!.Value].PinAll(reason);
        }

        for (var output = operation.Output; output < operation.Output + operation.Outputs; output++)
        {
            axes[output] = Shape.OfSizes(axes.Sizes(output), reason);
        }
    }
}
