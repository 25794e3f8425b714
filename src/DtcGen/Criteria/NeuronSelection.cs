using System.Numerics.Tensors;
using DtcGen.Replay;

namespace DtcGen.Criteria;

/// <summary>Turns scores into the list of neurons that stay.</summary>
public static class NeuronSelection
{
    /// <summary>Slack for products such as 0.7·10 that rounding puts just above a whole number.</summary>
    private const double Rounding = 1e-9;

    /// <summary>How many of m neurons stay when the share k stays: ceil(k·(m − 1)), and never fewer than one.</summary>
    /// <param name="neurons">m, at least 1.</param>
    /// <param name="shareKept">k, in (0, 1].</param>
    public static int CountKept(int neurons, double shareKept)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(neurons, 1);
        if (!(shareKept > 0 && shareKept <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(shareKept), shareKept, "The share that stays must lie in (0, 1].");
        }

        return Math.Max(1, (int)Math.Ceiling((shareKept * (neurons - 1)) - Rounding));
    }

    /// <summary>The neurons that stay, ascending.</summary>
    /// <param name="scores">The group's scores.</param>
    /// <param name="count">How many should stay, from 1 to all.</param>
    /// <param name="rule">How ties are treated.</param>
    /// <exception cref="ArgumentException">A score is NaN or infinite.</exception>
    public static long[] Keep(NeuronScores scores, int count, SelectionRule rule = SelectionRule.Count)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, scores.Values.Length);
        if (!TensorPrimitives.IsFiniteAll<double>(scores.Values))
        {
            throw new ArgumentException("A score is NaN or infinite.", nameof(scores));
        }

        // From here on, the lowest leave.
        var values = scores.Clipped == ClippedSide.Lowest ? scores.Values : Array.ConvertAll(scores.Values, value => -value);
        if (rule == SelectionRule.Quantile && count < values.Length && KeepBeyondQuantile(values, count) is { Length: > 0 } kept)
        {
            return kept;
        }

        return KeepHighest(values, count, scores.Clipped);
    }

    /// <summary>
    /// Among equal scores at the border, the lower index goes with the lower rank in the scores as given:
    /// ranking is by (score, index), whichever end of it leaves.
    /// </summary>
    private static long[] KeepHighest(double[] values, int count, ClippedSide clipped)
    {
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var direction = clipped == ClippedSide.Lowest ? 1 : -1;
        Array.Sort(order, (a, b) =>
        {
            var byValue = values[a].CompareTo(values[b]);
            return byValue != 0 ? byValue : direction * a.CompareTo(b);
        });
        var kept = Array.ConvertAll(order[^count..], index => (long)index);
        Array.Sort(kept);
        return kept;
    }

    /// <summary>
    /// With count = ceil(k·(m − 1)), the k-quantile lies above the count-th score and at most at the next one,
    /// unless the two are equal: being strictly beyond it is being strictly beyond the next score.
    /// </summary>
    private static long[] KeepBeyondQuantile(double[] values, int count)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        var highestLeaving = sorted[values.Length - count - 1];
        var kept = new List<long>();
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] > highestLeaving)
            {
                kept.Add(i);
            }
        }

        return [.. kept];
    }
}
