using DtcGen.Entropy;

namespace DtcGen.Tests.Entropy;

public class GibbsEntropyTests
{
    [Fact]
    public void EqualSharesGiveTheLogarithmOfTheirNumber()
    {
        double[] measurements = [-49.9, -10.1, 0.1, 30.1];

        Assert.Equal(Math.Log(4), GibbsEntropy.Nats(measurements)!.Value, 1e-9);
        Assert.Equal(2, GibbsEntropy.Bits(measurements)!.Value, 1e-9);
    }

    [Fact]
    public void UnequalSharesFollowTheFormula()
    {
        double[] measurements = [0.05, 0.1, 0.15, 0.25];

        var expected = -(0.75 * Math.Log(0.75 + 1e-10)) - (0.25 * Math.Log(0.25 + 1e-10));

        Assert.Equal(expected, GibbsEntropy.Nats(measurements)!.Value, 1e-15);
    }

    [Fact]
    public void BordersAreThoseOfNumPysHistogram()
    {
        // Both ends belong to the histogram: two bins, one value each.
        Assert.Equal(Math.Log(2), GibbsEntropy.Nats([-50, 50])!.Value, 1e-9);

        // The last bin is closed: 50 and 49.9 share it.
        Assert.Equal(0, GibbsEntropy.Nats([49.9, 50])!.Value, 1e-9);
    }

    [Fact]
    public void ValuesOutsideAreDropped() => Assert.Equal(GibbsEntropy.Nats([1, 2]), GibbsEntropy.Nats([1, 2, 51, -200, 1e300]));

    [Fact]
    public void NothingInsideIsUndefinedNotZero()
    {
        Assert.Null(GibbsEntropy.Nats([51, -51]));
        Assert.Null(GibbsEntropy.Bits([51, -51]));
        Assert.Null(GibbsEntropy.Nats([]));
        Assert.Null(GibbsEntropy.Nats([double.NaN]));
    }
}
