using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>A fully connected layer takes the last dimension and makes a new one.</summary>
internal static class LinearRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var input = axes.Input(operation);
        var made = Axis.Variable(axes.Layer(operation).Outputs);
        axes.Use(operation, Role.Consumer, input.FromLast(0) ?? Axis.Variable());
        axes.Use(operation, Role.Producer, made);
        axes[operation.Output] = input.WithLast(made);
    }
}
