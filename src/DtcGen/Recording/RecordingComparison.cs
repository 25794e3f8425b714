using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>Compares two recordings of one model with different inputs.</summary>
internal static class RecordingComparison
{
    /// <summary>How the second differs from the first in more than its sizes, or null when it does not.</summary>
    public static string? Difference(Recording first, Recording second)
    {
        if (first.Operations.Count != second.Operations.Count || !first.Outputs.SequenceEqual(second.Outputs))
        {
            return "it takes other steps";
        }

        foreach (var (one, other) in first.Operations.Zip(second.Operations))
        {
            if (one.Kind != other.Kind || one.Function != other.Function || one.Name != other.Name
                || !ReferenceEquals(one.Module, other.Module)
                || one.Output != other.Output || one.Outputs != other.Outputs
                || !one.Inputs.Select(static input => input.Value).SequenceEqual(other.Inputs.Select(static input => input.Value)))
            {
                return $"it takes another step at '{one.Name}'";
            }

            if (!one.Inputs.SequenceEqual(other.Inputs))
            {
                return $"'{one.Name}' computes with another number";
            }

            if (Held(one, other) is { } difference)
            {
                return difference;
            }

            for (var output = one.Output; output < one.Output + one.Outputs; output++)
            {
                if (first.Values[output].Sizes.Length != second.Values[output].Sizes.Length
                    || first.Values[output].Type != second.Values[output].Type)
                {
                    return $"'{one.Name}' gives a tensor of another kind";
                }
            }
        }

        return null;
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
