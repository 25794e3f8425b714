using DtcGen.Generators.Reading.Graph;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>Compares two recordings of one model with different inputs.</summary>
internal static class RecordingComparison
{
    /// <summary>How the second differs from the first in more than its sizes, or null when it does not.</summary>
    /// <param name="first">A recording.</param>
    /// <param name="second">Another.</param>
    /// <param name="isOfOne">Whether the second is of one sample, along which nothing needs to be repeated.</param>
    public static string? Difference(Recording first, Recording second, bool isOfOne = false)
    {
        // Which value of the second each value of the first is, and which that of an expansion to the same sizes is in truth.
        var same = Enumerable.Range(0, first.Values.Count).ToArray();
        var kept = Enumerable.Range(0, second.Values.Count).ToArray();
        var (i, j) = (0, 0);
        while (i < first.Operations.Count || j < second.Operations.Count)
        {
            var one = i < first.Operations.Count ? first.Operations[i] : null;
            var other = j < second.Operations.Count ? second.Operations[j] : null;
            if (one is not null && other is not null && IsSame(one, other))
            {
                if (!one.Inputs.Select(static input => input.Number).SequenceEqual(other.Inputs.Select(static input => input.Number)))
                {
                    return $"'{one.Name}' computes with another number";
                }

                if (Held(one, other) is { } difference)
                {
                    return difference;
                }

                for (var output = 0; output < one.Outputs; output++)
                {
                    var (left, right) = (first.Values[one.Output + output], second.Values[other.Output + output]);
                    if (left.Sizes.Length != right.Sizes.Length || left.Type != right.Type)
                    {
                        return $"'{one.Name}' gives a tensor of another kind";
                    }

                    same[one.Output + output] = other.Output + output;
                }

                (i, j) = (i + 1, j + 1);
            }
            else if (isOfOne && one is { Kind: OperatorKind.Expand, Inputs: [{ Value: { } taken }] })
            {
                same[one.Output] = same[taken];
                i++;
            }
            else if (isOfOne && other is { Kind: OperatorKind.Expand, Inputs: [{ Value: { } given }] })
            {
                kept[other.Output] = kept[given];
                j++;
            }
            else
            {
                return $"it takes another step at '{(one ?? other)!.Name}'";
            }
        }

        return first.Outputs.Select(output => same[output]).SequenceEqual(second.Outputs.Select(output => kept[output]))
            ? null
            : "it returns another of its values";

        bool IsSame(RecordedOperation one, RecordedOperation other)
            => one.Kind == other.Kind && one.Function == other.Function && ReferenceEquals(one.Module, other.Module)
                && one.Outputs == other.Outputs
                && one.Inputs.Select(input => input.Value is { } value ? same[value] : -1)
                    .SequenceEqual(other.Inputs.Select(input => input.Value is { } value ? kept[value] : -1));
    }

    private static string? Held(RecordedOperation one, RecordedOperation other)
    {
        if (one.Held is not { } left || other.Held is not { } right || ReferenceEquals(left, right))
        {
            return null;
        }

        if (left.IsInvalid || right.IsInvalid)
        {
            return ReferenceEquals(left, right) ? null : $"'{one.Name}', a tensor made outside of what is recorded, is gone";
        }

        if (!left.shape.SequenceEqual(right.shape))
        {
            if (one.Function == Filling.Name && left.ndim == right.ndim && left.dtype == right.dtype
                && Equals(one.Arguments[0], other.Arguments[0]))
            {
                return null;
            }

            return $"'{one.Name}', a tensor that forward makes, has another size";
        }

        using var scope = NewDisposeScope();
        return left.dtype == right.dtype && left.equal(right).all().item<bool>()
            ? null
            : $"'{one.Name}', a tensor made outside of what is recorded, holds other entries";
    }
}
