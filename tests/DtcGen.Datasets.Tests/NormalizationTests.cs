namespace DtcGen.Datasets.Tests;

public sealed class NormalizationTests
{
    [Fact]
    public void EachChannelHasItsOwnMeanAndDeviation()
    {
        var normalization = new Normalization([0f, 0.5f], [1f, 0.25f]);
        var values = normalization.Apply([0, 255, 0, 255, 51, 51, 51, 51], channels: 2, planeSize: 2);
        Assert.Equal([0f, 1f, -2f, 2f, 0.2f, 0.2f, -1.2f, -1.2f], values, (a, b) => Math.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void ChannelsThatDoNotFitAreRefused()
        => Assert.Throws<ArgumentException>(() => new Normalization([0f], [1f]).Apply(new byte[12], channels: 3, planeSize: 4));
}
