using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>Along one dimension the tensors stand one after the other; in all others they are the same neurons.</summary>
internal static class ConcatenationRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var shapes = operation.Inputs.Select(input => axes[input.Value!.Value]).ToArray();
        var rank = shapes.Where(static shape => shape.IsRankKnown).Select(static shape => (int?)shape.Known.Length).FirstOrDefault();
        var dimension = operation.Arguments[0].Integer;
        if (dimension is null || (dimension >= 0 && rank is null))
        {
            foreach (var axis in shapes.SelectMany(static shape => shape.Known))
            {
                axis.Pin($"'{operation.Name}' puts them together along a dimension that cannot be told");
            }

            axes[operation.Output] = Shape.OfInput();
            return;
        }

        var along = (int)(dimension < 0 ? -dimension.Value - 1 : rank!.Value - 1 - dimension.Value);
        var known = rank ?? shapes.Max(static shape => shape.Known.Length);
        var joined = new List<Axis>();
        for (var i = 0; i < Math.Max(known, along + 1); i++)
        {
            var met = shapes.Select(shape => shape.FromLast(i) ?? Axis.Space()).ToArray();
            if (i == along)
            {
                // The same neurons again and again lie as many times over.
                joined.Add(met.Length > 1 && met.All(axis => axis.Root == met[0].Root)
                    ? Axis.Product([Axis.Fixed("they are copies of the same neurons", met.Length), met[0]])
                    : Axis.Sum(met));
                continue;
            }

            foreach (var other in met.Skip(1))
            {
                met[0].Unite(other);
            }

            joined.Add(met[0]);
        }

        axes[operation.Output] = Shape.OfLast(joined, rank is not null);
    }
}
