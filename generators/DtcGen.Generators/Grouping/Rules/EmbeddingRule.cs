using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>An embedding gives each index features of its own, in a new last dimension.</summary>
internal static class EmbeddingRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        // Indices come as positions in a batch.
        var input = axes.Input(operation).OfRank(2);
        var made = Axis.Variable(axes.Layer(operation).Outputs);
        axes.Use(operation, Role.Producer, made);
        axes[operation.Output] = Shape.OfLast([made, .. input.Known.Reverse()], input.IsRankKnown);
    }
}
