using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>Dimensions change places, come or go.</summary>
internal static class DimensionRule
{
    public static void Apply(AxisGraph axes, Operation operation)
    {
        var numbers = operation.Arguments.Select(static argument => argument.Integer!.Value).ToImmutableArray();
        axes[operation.Output] = operation.Kind switch
        {
            OperatorKind.Permute => Permuted(axes.Input(operation).OfRank(numbers.Length), numbers),
            OperatorKind.Transpose => Transposed(axes.Input(operation), numbers[0], numbers[1]),
            OperatorKind.Unsqueeze => Unsqueezed(axes.Input(operation), numbers[0]),
            _ => Squeezed(axes.Input(operation), numbers[0]),
        };
    }

    private static Shape Permuted(Shape input, ImmutableArray<long> order)
        => Shape.Of([.. order.Select(dimension => input.At(dimension) ?? Axis.Space())]);

    private static Shape Transposed(Shape input, long first, long second)
    {
        if (!input.IsRankKnown && (first >= 0 || second >= 0))
        {
            return Unknown(input);
        }

        var (left, right) = (input.At(first), input.At(second));
        if (left is null || right is null)
        {
            return Unknown(input);
        }

        return Shape.OfLast(input.Known.Reverse().Select(axis => axis == left ? right : axis == right ? left : axis), input.IsRankKnown);
    }

    private static Shape Unsqueezed(Shape input, long dimension)
    {
        var one = Axis.Fixed("there is one of them", 1);
        var known = input.Known;
        if (input.IsRankKnown && (dimension > known.Length || dimension < -known.Length - 1))
        {
            return Unknown(input);
        }

        if (dimension < 0)
        {
            if (dimension < -1)
            {
                // The dimensions that end up behind the new one must be known first.
                input.FromLast((int)(-dimension - 2));
            }

            known = input.Known;
            return Shape.OfLast(known.Insert((int)(known.Length + 1 + dimension), one).Reverse(), input.IsRankKnown);
        }

        return input.IsRankKnown ? Shape.Of([.. known.Insert((int)dimension, one)]) : Unknown(input);
    }

    private static Shape Squeezed(Shape input, long dimension)
    {
        if (input.At(dimension) is not { } axis || axis.Size != 1)
        {
            return Unknown(input);
        }

        return Shape.OfLast(input.Known.Remove(axis).Reverse(), input.IsRankKnown);
    }

    private static Shape Unknown(Shape input)
    {
        input.PinAll("their dimension changes places with one that cannot be told");

        return Shape.OfInput();
    }
}
