namespace DtcGen.Sweeps.Tests;

public class StatisticsTests
{
    // Student's t at 97.5 %, from printed tables.
    [Theory]
    [InlineData(2, 12.706)]
    [InlineData(5, 2.776)]
    [InlineData(11, 2.228)]
    public void TheBandIsTheMeanAndTStandardErrors(int count, double t)
    {
        double[] values = [.. Enumerable.Range(0, count).Select(i => (double)(i * i))];
        var mean = values.Sum() / count;
        var deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (count - 1));

        var band = ConfidenceBand.Of(values);

        Assert.Equal(mean, band.Mean, 12);
        Assert.Equal(t, (band.Upper - mean) / (deviation / Math.Sqrt(count)), 3);
        Assert.Equal(mean - band.Lower, band.Upper - mean, 10);
    }

    [Fact]
    public void OneValueHasAMeanAndNoBand()
    {
        var band = ConfidenceBand.Of([0.5]);
        Assert.Equal(0.5, band.Mean);
        Assert.True(double.IsNaN(band.Lower) && double.IsNaN(band.Upper));
    }

    // With two degrees of freedom Student's t has a closed form: P(|T| > t) = 1 - t / sqrt(2 + t²).
    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(-0.1, 0.2, 0.15)]
    [InlineData(5, 5, 5.001)]
    public void ThePairedTestAgreesWithTheClosedFormForThreePairs(double a, double b, double c)
    {
        var mean = (a + b + c) / 3;
        var variance = (((a - mean) * (a - mean)) + ((b - mean) * (b - mean)) + ((c - mean) * (c - mean))) / 2;
        var t = Math.Abs(mean) / Math.Sqrt(variance / 3);

        Assert.Equal(1 - (t / Math.Sqrt(2 + (t * t))), PairedTTest.PValue([a, b, c]), 9);
    }

    [Fact]
    public void DifferencesThatAreAllEqualAreCertain()
    {
        Assert.Equal(1, PairedTTest.PValue([0, 0, 0]));
        Assert.Equal(0, PairedTTest.PValue([0.5, 0.5, 0.5]));
    }

    [Fact]
    public void HolmMultipliesByWhatIsLeftAndNeverStepsDown()
    {
        // Sorted 0.01, 0.03, 0.04, 0.5 times 4, 3, 2, 1 = 0.04, 0.09, 0.08 -> 0.09, 0.5.
        var adjusted = Holm.Adjust([0.04, 0.01, 0.5, 0.03]);
        double[] expected = [0.09, 0.04, 0.5, 0.09];
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], adjusted[i], 12);
        }

        Assert.Equal(1, Holm.Adjust([0.9, 0.8])[0]);
    }
}
