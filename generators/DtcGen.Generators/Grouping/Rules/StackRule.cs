using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>Tensors of one shape put together along a new dimension.</summary>
internal static class StackRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var shapes = operation.Inputs.Select(input => axes[input.Value!.Value]).ToArray();
        var first = shapes[0].Known;
        foreach (var shape in shapes.Skip(1))
        {
            for (var i = 0; i < first.Length; i++)
            {
                first[i].Unite(shape.Known[i]);
            }
        }

        var dimension = operation.Arguments[0].Integer!.Value;
        var place = (int)(dimension < 0 ? dimension + first.Length + 1 : dimension);
        axes[operation.Output] = Shape.Of([.. first.Insert(place, Axis.Fixed("they are the parts of a stack", shapes.Length))]);
    }
}
