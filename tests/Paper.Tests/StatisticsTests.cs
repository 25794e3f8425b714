using DtcGen.Sweeps;

namespace DtcGen.Samples.Paper.Tests;

public class StatisticsTests
{
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
