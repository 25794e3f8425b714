namespace DtcGen.Samples.Paper.Tests;

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

    [Fact]
    public void MethodsThatDifferByAConstantAreToldApartAndEqualOnesAreNot()
    {
        var accuracy = new Dictionary<PaperMethod, double[][]>
        {
            [PaperMethod.Magnitude] = [[0.90, 0.80], [0.91, 0.82], [0.93, 0.81], [0.92, 0.79]],
            [PaperMethod.Random] = [[0.901, 0.81], [0.909, 0.81], [0.931, 0.80], [0.919, 0.80]],
            [PaperMethod.Dtc] = [[0.951, 0.80], [0.960, 0.82], [0.981, 0.80], [0.970, 0.80]],
        };
        var statistics = MethodStatistics.Of(accuracy);

        Assert.Equal(6, statistics.ByCycle.Count);
        Assert.Equal(3, statistics.WholeCurve.Count);
        var sentences = Sentences.ByCycle(statistics, [5, 4], [0.5, 0.6]);
        Assert.Equal(2, sentences.Count);
        Assert.StartsWith("Sparsity 0.500 (5 neurons): DTC beats magnitude by 0.0505", sentences[0]);
        Assert.Contains("DTC beats random by 0.0505", sentences[0]);
        Assert.EndsWith("not told apart: random and magnitude.", sentences[0]);
        Assert.Equal("Sparsity 0.600 (4 neurons): the methods cannot be told apart.", sentences[1]);
    }

    [Fact]
    public void TheCorrectionCountsEveryComparisonOfEveryCycle()
    {
        var accuracy = new Dictionary<PaperMethod, double[][]>
        {
            [PaperMethod.Random] = [[0.9, 0.8], [0.8, 0.8], [0.85, 0.8]],
            [PaperMethod.Dtc] = [[0.91, 0.8], [0.84, 0.8], [0.87, 0.8]],
        };
        var statistics = MethodStatistics.Of(accuracy);
        var single = PairedTTest.PValue([0.91 - 0.9, 0.84 - 0.8, 0.87 - 0.85]);
        Assert.Equal(2 * single, statistics.ByCycle[0].PValue, 12);
        Assert.Equal(PaperMethod.Dtc, statistics.ByCycle[0].Better);
    }
}
