using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>Each element is made from the element at its place: the same neurons.</summary>
internal static class ElementWiseRule
{
    public static void Apply(AxisGraph axes, Operation operation) => axes[operation.Output] = axes.Input(operation);
}
