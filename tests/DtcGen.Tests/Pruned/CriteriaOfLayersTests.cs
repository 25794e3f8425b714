using DtcGen.Criteria;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>Criteria that look at the layers of a group one by one, against their formulas, written out over plain arrays.</summary>
[Collection(GlobalGenerator.Collection)]
public sealed class CriteriaOfLayersTests
{
    private static readonly Combination[] Combinations = [Combination.Mean, Combination.Sum, Combination.Max, Combination.First];

    [Theory]
    [InlineData(NormOrder.L1)]
    [InlineData(NormOrder.L2)]
    public void NormsAreTakenInEachLayerAndCombined(NormOrder order)
    {
        using var model = Model();
        double Power(double weight) => order == NormOrder.L1 ? Math.Abs(weight) : weight * weight;
        var layers = Members(model).Select(layer => layer.Select(neuron => neuron.Sum(Power)).ToArray()).ToArray();
        foreach (var combination in Combinations)
        {
            AssertScores(model, new NormCriterion(order) { Combination = combination }, combination, layers);
        }
    }

    [Fact]
    public void BatchNormScaleIsTheMagnitudeOfTheNormsWeight()
    {
        using var model = Model();
        double[] scales = [.. Members(model)[1].Select(static scale => Math.Abs(scale.Single()))];
        AssertScores(model, new BatchNormScaleCriterion(), Combination.Mean, [scales]);
    }

    [Fact]
    public void BatchNormScaleNeedsANorm()
    {
        using var model = new SmallNet();
        var context = CriterionContext.Read(model, model.Groups[0]);
        var refused = Assert.Throws<InvalidOperationException>(() => new BatchNormScaleCriterion().Score(context));
        Assert.Contains("'first' has no layer that this criterion can score: first, second", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LampDividesByAllThatAreNotSmaller()
    {
        using var model = Model();
        var layers = Members(model);
        var squares = Enumerable.Range(0, 6)
            .Select(neuron => layers.Average(layer => layer[neuron].Sum(static weight => weight * weight)))
            .ToArray();
        var expected = squares.Select(square => square / squares.Where(other => other >= square).Sum()).ToArray();
        AssertScores(model, new LampCriterion(), Combination.Mean, [expected]);
    }

    [Fact]
    public void FpgmAddsTheDistancesToAllOthers()
    {
        using var model = Model();
        var layers = new[] { 0, 3 }.Select(place => Members(model)[place])
            .Select(static layer => layer.Select(one => layer.Sum(other => Distance(one, other))).ToArray())
            .ToArray();
        foreach (var combination in Combinations)
        {
            AssertScores(model, new GeometricMedianCriterion { Combination = combination }, combination, layers);
        }
    }

    private static double Distance(double[] one, double[] other)
        => Math.Sqrt(one.Zip(other, static (a, b) => (a - b) * (a - b)).Sum());

    private static ImageNet Model()
    {
        random.manual_seed(7);
        var model = new ImageNet();
        model.Record(randn(4, 2, 5, 5));
        using var guard = no_grad();
        init.normal_(model.get_parameter("norm.weight")!);
        return model;
    }

    // What the layers of the first group have for its six channels: enter makes them, norm and deep are of them, mixed takes them.
    private static double[][][] Members(ImageNet model)
    {
        var (enter, norm, deep, mixed) = (Values(model, "enter"), Values(model, "norm"), Values(model, "deep"), Values(model, "mixed"));
        return
        [
            [.. enter.Chunk(18)],
            [.. norm.Chunk(1)],
            [.. deep.Chunk(9)],
            [
                .. Enumerable.Range(0, 6).Select(
                    channel => Enumerable.Range(0, 8 * 3).Select(i => mixed[(i / 3 * 18) + (channel * 3) + (i % 3)]).ToArray())
            ],
        ];
    }

    private static double[] Values(Module model, string layer)
        => Array.ConvertAll(model.get_parameter($"{layer}.weight")!.detach().data<float>().ToArray(), static value => (double)value);

    private static void AssertScores(ImageNet model, ICriterion criterion, Combination combination, double[][] layers)
    {
        var scores = criterion.Score(CriterionContext.Read(model, model.Groups[0]));
        for (var neuron = 0; neuron < 6; neuron++)
        {
            var all = layers.Select(layer => layer[neuron]).ToArray();
            var expected = combination switch
            {
                Combination.Mean => all.Average(),
                Combination.Sum => all.Sum(),
                Combination.Max => all.Max(),
                _ => all[0],
            };
            Assert.Equal(expected, scores.Values[neuron], 1e-6);
        }

        Assert.Equal(ClippedSide.Lowest, scores.Clipped);
    }
}
