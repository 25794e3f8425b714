namespace DtcGen.Samples.Paper.Tests;

public class LowessTests
{
    [Theory]
    [InlineData("magnitude")]
    [InlineData("random")]
    [InlineData("dtc")]
    public void PublishedSmoothedValuesFollowFromPublishedRawOnes(string method)
    {
        var published = SeriesJson.Published;

        var smooth = Lowess.Smooth(published.Sparsity, published.Accuracy[method]);

        Assert.Equal(34, smooth.Length);
        Assert.All(smooth.Zip(published.SmoothedAccuracy[method]), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [Fact]
    public void FewerIterationsGiveOtherValues()
    {
        var published = SeriesJson.Published;

        var smooth = Lowess.Smooth(published.Sparsity, published.Accuracy["dtc"], iterations: 2);

        Assert.Contains(smooth.Zip(published.SmoothedAccuracy["dtc"]), pair => Math.Abs(pair.First - pair.Second) > 1e-6);
    }

    [Fact]
    public void ALineStaysALine()
    {
        double[] x = [.. Enumerable.Range(0, 20).Select(i => (double)i * i)];
        double[] y = [.. x.Select(value => 3 - (0.5 * value))];

        Assert.All(Lowess.Smooth(x, y).Zip(y), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    [Fact]
    public void ShortAndEqualSeriesAreFinite()
    {
        Assert.Empty(Lowess.Smooth([], []));
        Assert.Equal([4.0], Lowess.Smooth([1], [4]));
        Assert.Equal([1.0, 2.0], Lowess.Smooth([1, 2], [1, 2]));
        Assert.All(Lowess.Smooth([5, 5, 5, 5], [1, 2, 3, 4]), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void BadInputIsRefused()
    {
        Assert.Throws<ArgumentException>(() => Lowess.Smooth([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => Lowess.Smooth([2, 1], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Lowess.Smooth([1, 2], [1, 2], share: 0));
    }
}
