using DtcGen.Criteria;
using DtcGen.Replay;
using DtcGen.Tests.Fixtures;

namespace DtcGen.Tests.Criteria;

public class NeuronSelectionTests
{
    [Fact]
    public void CountsAreThoseOfAll34PublishedCycles()
    {
        var published = PublishedSeries.Load().NeuronsKept;
        var counts = new List<int>();
        for (var neurons = 512; neurons > 10; neurons = counts[^1])
        {
            counts.Add(NeuronSelection.CountKept(neurons, 0.9));
        }

        Assert.Equal(published, counts);
    }

    [Theory]
    [InlineData(1, 0.9, 1)]
    [InlineData(2, 0.1, 1)]
    [InlineData(2, 1.0, 1)]
    [InlineData(11, 0.7, 7)]
    public void ALayerIsNeverEmptied(int neurons, double shareKept, int expected)
        => Assert.Equal(expected, NeuronSelection.CountKept(neurons, shareKept));

    [Fact]
    public void TheAskedEndLeaves()
    {
        double[] scores = [3, 1, 4, 1.5, 9];

        Assert.Equal([0, 2, 4], NeuronSelection.Keep(new NeuronScores(scores, ClippedSide.Lowest), 3));
        Assert.Equal([0, 1, 3], NeuronSelection.Keep(new NeuronScores(scores, ClippedSide.Highest), 3));
    }

    [Fact]
    public void TiesAreRankedByIndex()
    {
        double[] scores = [0, 0, 0, 0, 1];

        // Ranked by (score, index): 0 1 2 3 4. The lowest or the highest ranks leave.
        Assert.Equal([2, 3, 4], NeuronSelection.Keep(new NeuronScores(scores, ClippedSide.Lowest), 3));
        Assert.Equal([0, 1, 2], NeuronSelection.Keep(new NeuronScores(scores, ClippedSide.Highest), 3));
    }

    [Fact]
    public void RulesAgreeWithoutTies()
    {
        var random = new Random(1);
        for (var neurons = 2; neurons < 200; neurons += 3)
        {
            double[] values = [.. Enumerable.Range(0, neurons).Select(_ => random.NextDouble())];
            var count = NeuronSelection.CountKept(neurons, 0.9);
            foreach (var side in Enum.GetValues<ClippedSide>())
            {
                var scores = new NeuronScores(values, side);
                Assert.Equal(NeuronSelection.Keep(scores, count), NeuronSelection.Keep(scores, count, SelectionRule.Quantile));
            }
        }
    }

    [Fact]
    public void TheQuantileRuleIsThePublishedComparisonWithALinearQuantile()
    {
        var random = new Random(2);
        for (var neurons = 3; neurons < 120; neurons++)
        {
            double[] values = [.. Enumerable.Range(0, neurons).Select(_ => (double)random.Next(neurons / 2 + 1))];
            var quantile = LinearQuantile(values, 0.9);
            long[] published = [.. Enumerable.Range(0, neurons).Where(i => values[i] < quantile).Select(i => (long)i)];

            var kept = NeuronSelection.Keep(
                new NeuronScores(values, ClippedSide.Highest), NeuronSelection.CountKept(neurons, 0.9), SelectionRule.Quantile);

            if (published.Length > 0)
            {
                Assert.Equal(published, kept);
            }
            else
            {
                Assert.NotEmpty(kept);
            }
        }
    }

    [Fact]
    public void TheQuantileRuleNeverEmptiesALayer()
    {
        var kept = NeuronSelection.Keep(new NeuronScores(new double[28], ClippedSide.Highest), 25, SelectionRule.Quantile);

        Assert.Equal(25, kept.Length);
    }

    [Fact]
    public void BadInputIsRefused()
    {
        var scores = new NeuronScores([1, 2, 3], ClippedSide.Lowest);
        Assert.Throws<ArgumentOutOfRangeException>(() => NeuronSelection.Keep(scores, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeuronSelection.Keep(scores, 4));
        Assert.Throws<ArgumentException>(() => NeuronSelection.Keep(new NeuronScores([1, double.NaN], ClippedSide.Lowest), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeuronSelection.CountKept(0, 0.9));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeuronSelection.CountKept(5, double.NaN));
    }

    private static double LinearQuantile(double[] values, double share)
    {
        var sorted = values.Order().ToArray();
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
