using DtcGen.Criteria;
using DtcGen.Replay;
using DtcGen.Tests.Tomography;
using DtcGen.Tomography;

namespace DtcGen.Tests.Criteria;

public class CriterionTests
{
    private readonly double[] _previous = Normals(64, 1);
    private readonly double[] _next = Normals(64, 2);

    [Fact]
    public void MagnitudeIsThatOfTheSummedRays()
    {
        var scores = new MagnitudeCriterion().Score(Context(_previous, _next));

        Assert.Equal(ClippedSide.Lowest, scores.Clipped);
        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal(Math.Abs(_previous[i] + _next[i]), scores.Values[i]));
    }

    [Fact]
    public void AsPublishedScoresCoefficientsAndClipsTheHighest()
    {
        var scores = new DualTomographicCriterion(Variant.AsPublished).Score(Context(_previous, _next));

        var first = LassoInstance.OfRay(_previous, 0.9, 0.3).Solve().Solution;
        var second = LassoInstance.OfRay(_next, 0.9, 0.3).Solve().Solution;
        Assert.Equal(ClippedSide.Highest, scores.Clipped);
        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal(Math.Abs(first[i] + second[i]), scores.Values[i], 1e-8));
    }

    [Fact]
    public void AsDescribedScoresReconstructionsAndClipsTheLowest()
    {
        var scores = new DualTomographicCriterion().Score(Context(_previous, _next));

        var first = DenseDctI.Apply(LassoInstance.OfRay(_previous, 0.9, 0.3).Solve().Solution);
        var second = DenseDctI.Apply(LassoInstance.OfRay(_next, 0.9, 0.3).Solve().Solution);
        Assert.Equal(ClippedSide.Lowest, scores.Clipped);
        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal(Math.Abs(first[i] + second[i]), scores.Values[i], 1e-8));
        Assert.Equal(LassoStatus.Solved, scores.Rays!.Previous.Certificate.Status);
    }

    [Fact]
    public void EachChoiceOfTheVariantCanBeMadeAlone()
    {
        var mixed = Variant.AsDescribed with { Domain = ScoreDomain.Coefficients };

        var scores = new DualTomographicCriterion(mixed).Score(Context(_previous, _next));

        Assert.Equal(ClippedSide.Lowest, scores.Clipped);
        Assert.Equal(new DualTomographicCriterion(Variant.AsPublished).Score(Context(_previous, _next)).Values, scores.Values);
    }

    [Fact]
    public void ARayTooSmallToBeMeasuredScoresZeroAndIsStillSelected()
    {
        var context = Context(Normals(9, 1), Normals(9, 2));

        var scores = new DualTomographicCriterion().Score(context);

        Assert.Equal(new double[9], scores.Values);
        Assert.Empty(scores.Rays!.Previous.Measurements);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], NeuronSelection.Keep(scores, 8));
    }

    [Fact]
    public void RandomKeepsWhatNumPyChooses()
    {
        var criterion = new RandomCriterion();
        var context = Context(new double[512], new double[512]);

        var kept = NeuronSelection.Keep(criterion.Score(context), 460);

        Assert.Equal(new NumPyLegacyRandom(42424242).Choice(512, 460).Order().Select(i => (long)i), kept);
        Assert.Equal(kept, NeuronSelection.Keep(criterion.Score(context), 460));
    }

    [Fact]
    public void RandomThatIsNotReseededGoesOn()
    {
        var criterion = new RandomCriterion(reseeded: false);
        var context = Context(new double[512], new double[512]);

        var first = NeuronSelection.Keep(criterion.Score(context), 460);
        var second = NeuronSelection.Keep(criterion.Score(context), 460);

        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData(double.NaN, 0, "fc1")]
    [InlineData(0, double.PositiveInfinity, "fc2")]
    public void WeightsThatAreNotFiniteAreNamed(double previousValue, double nextValue, string layer)
    {
        var model = new FakeModel([1, previousValue], [1, nextValue]);

        var thrown = Assert.Throws<NonFiniteWeightsException>(() => CriterionContext.Read(model, model.Group));

        Assert.Contains("'fc1'", thrown.Message, StringComparison.Ordinal);
        Assert.Equal([layer], thrown.Layers);
    }

    private static CriterionContext Context(double[] previous, double[] next)
    {
        var model = new FakeModel(previous, next);
        return CriterionContext.Read(model, model.Group);
    }

    private static double[] Normals(int count, uint seed)
    {
        var values = new double[count];
        new NumPyLegacyRandom(seed).Fill(values);
        return values;
    }
}
