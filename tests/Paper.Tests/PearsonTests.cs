namespace DtcGen.Samples.Paper.Tests;

public class PearsonTests
{
    [Theory]
    [InlineData("dtc", 0.9174)]
    [InlineData("random", 0.9412)]
    public void PublishedCorrelationsFollowFromPublishedSeries(string method, double rounded)
    {
        var published = SeriesJson.Published;
        double[] entropy = [.. published.GibbsEntropyNextNats.Select(value => value!.Value)];

        var correlation = Pearson.Correlation(published.SmoothedAccuracy[method], entropy)!.Value;

        Assert.Equal(rounded, correlation, 1e-4);
        Assert.Equal(published.Pearson[$"{method}_lowess_vs_gibbs_next"]!.Value, correlation, 1e-10);
    }

    [Fact]
    public void CorrelationOfAConstantIsUndefined()
    {
        Assert.Null(Pearson.Correlation([1, 1, 1], [1, 2, 3]));
        Assert.Null(Pearson.Correlation([], []));
        Assert.Throws<ArgumentException>(() => Pearson.Correlation([1], [1, 2]));
    }
}
