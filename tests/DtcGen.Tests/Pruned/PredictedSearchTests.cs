namespace DtcGen.Tests.Pruned;

public sealed class PredictedSearchTests
{
    private const int Steps = 1000;

    // What the steps cost: 100 down to 0.1.
    private static double Cost(int step) => 100 - (0.1 * step);

    [Theory]
    [InlineData(50)]
    [InlineData(10)]
    [InlineData(99.9)]
    [InlineData(5)]
    public void APredictionThatIsRightIsMeasuredOnce(double allowed)
    {
        var search = new PredictedSearch(Cost, Cost, 100, allowed);
        var (step, cost) = search.Find(Steps);
        Assert.Equal(Cost(step), cost);
        Assert.InRange(cost, 0.95 * allowed, allowed);
        Assert.Equal(1, search.Measured);
    }

    // A part that does not shrink, another form: what predictions are wrong by.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(15, 1)]
    [InlineData(60, 1)]
    [InlineData(0, 1.6)]
    [InlineData(8, 0.6)]
    public void APredictionThatIsWrongIsCorrected(double constant, double power)
    {
        double Measured(int step) => (100 * Math.Pow(Cost(step) / 100, power)) + constant;
        var allowed = 0.5 * Measured(0);
        var search = new PredictedSearch(step => Measured(0) * Cost(step) / 100, Measured, Measured(0), allowed);
        var (step, cost) = search.Find(Steps);
        Assert.Equal(Measured(step), cost);
        Assert.InRange(cost, 0.95 * allowed, allowed);
        Assert.InRange(search.Measured, 1, 4);
    }

    [Fact]
    public void SomeNoiseDoesNotMatter()
    {
        var chance = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            var search = new PredictedSearch(Cost, step => Cost(step) * (1 + (0.04 * (chance.NextDouble() - 0.5))), 100, 50);
            var (step, cost) = search.Find(Steps);
            Assert.InRange(cost, 0.95 * 50, 50);
            Assert.InRange(Cost(step), 0.92 * 50, 1.03 * 50);
            Assert.InRange(search.Measured, 1, 6);
        }
    }

    [Fact]
    public void WhereSizesAreCoarseTheBestIsFoundAndTheNextIsKnown()
    {
        double Measured(int step) => step < 600 ? 80 : 30;
        var search = new PredictedSearch(Cost, Measured, 80, 50);
        var (step, cost) = search.Find(Steps);
        Assert.Equal(30, cost);
        Assert.InRange(step, 600, 999);

        var few = new PredictedSearch(static step => 3 - step, static step => step < 2 ? 80 : 30, 80, 50);
        Assert.Equal((2, 30.0), few.Find(3));
        Assert.Equal(80, few.NextCost);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(37)]
    [InlineData(999)]
    public void APredictionThatSaysNothingEndsInHalving(int first)
    {
        var search = new PredictedSearch(static _ => 1, step => step < first ? 80 : 49, 80, 50);
        Assert.Equal(49, search.Find(Steps).Cost);
        Assert.InRange(search.Measured, 1, 17);
    }

    [Fact]
    public void WhereNoStepIsAllowedThatIsSaid()
        => Assert.Equal(Steps, new PredictedSearch(Cost, static _ => 80, 80, 50).Find(Steps).Step);
}
