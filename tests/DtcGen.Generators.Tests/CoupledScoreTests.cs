using DtcGen.Criteria;
using DtcGen.Replay;
using DtcGen.Tomography;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>
/// Every criterion on a group with several producers and consumers: the members' sums are those of plain loops over the
/// weights, and the scores follow from them.
/// </summary>
public sealed class CoupledScoreTests
{
    private const string Group = "enter";
    private static readonly string[] Producers = ["enter", "inside", "back"];
    private static readonly string[] Consumers = ["inside", "out", "leave"];

    // Two residual connections around the same 40 channels, which the last layer takes flattened.
    private static readonly string Source = ModelSource.Of("""
        private readonly Conv2d enter = Conv2d(3, 40, 3, padding: 1);
        private readonly Conv2d inside = Conv2d(40, 40, 3, padding: 1);
        private readonly Conv2d @out = Conv2d(40, 7, 1);
        private readonly Conv2d back = Conv2d(7, 40, 1);
        private readonly Linear leave = Linear(40 * 4, 5);

        public override Tensor forward(Tensor x)
        {
            var h = functional.relu(enter.call(x));
            h = h + inside.call(h);
            h = h + back.call(functional.relu(@out.call(h)));
            return leave.call(functional.adaptive_avg_pool2d(h, 2).flatten(1));
        }
        """);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Magnitude(int seed)
    {
        using var model = LoadedModel.From(Source, seed);
        var (previous, next) = Sums(model, static w => w);
        AssertScores(previous.Zip(next, static (a, b) => Math.Abs(a + b)), Score(model, new MagnitudeCriterion()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void L1(int seed)
    {
        using var model = LoadedModel.From(Source, seed);
        var (previous, next) = Sums(model, Math.Abs);
        AssertScores(previous.Zip(next, static (a, b) => a + b), Score(model, new NormCriterion()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void L2(int seed)
    {
        using var model = LoadedModel.From(Source, seed);
        var (previous, next) = Sums(model, static w => w * w);
        AssertScores(previous.Zip(next, static (a, b) => Math.Sqrt(a + b)), Score(model, new NormCriterion(NormOrder.L2)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void DualTomographicAsDescribed(int seed)
    {
        using var model = LoadedModel.From(Source, seed);
        var rays = Rays(model);
        var scores = Score(model, new DualTomographicCriterion(Variant.AsDescribed));
        AssertScores(rays.Previous.Reconstruction.Zip(rays.Next.Reconstruction, static (a, b) => Math.Abs(a + b)), scores, 1e-6);
        Assert.Equal(ClippedSide.Lowest, scores.Clipped);
        Assert.Contains(scores.Values, static score => score > 1e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void DualTomographicAsPublished(int seed)
    {
        using var model = LoadedModel.From(Source, seed);
        var rays = Rays(model);
        var scores = Score(model, new DualTomographicCriterion(Variant.AsPublished));
        AssertScores(rays.Previous.Coefficients.Zip(rays.Next.Coefficients, static (a, b) => Math.Abs(a + b)), scores, 1e-6);
        Assert.Equal(ClippedSide.Highest, scores.Clipped);
        Assert.Contains(scores.Values, static score => score > 1e-3);
    }

    [Fact]
    public void RandomScoresAreARankingWhateverTheWeights()
    {
        using var model = LoadedModel.From(Source, seed: 1);
        using var other = LoadedModel.From(Source, seed: 2);
        var scores = Score(model, new RandomCriterion(seed: 9)).Values;

        Assert.Equal(Enumerable.Range(1, 40).Select(static rank => (double)rank), scores.Order());
        Assert.Equal(scores, Score(other, new RandomCriterion(seed: 9)).Values);
        Assert.NotEqual(scores, Score(model, new RandomCriterion(seed: 10)).Values);
    }

    [Fact]
    public void AMemberLeftOutWouldBeSeen()
    {
        using var model = LoadedModel.From(Source, seed: 1);
        var whole = Sums(model, static w => w).Previous;
        Assert.All(Producers, left => Assert.Contains(
            Total(Producers.Where(layer => layer != left).Select(layer => Rows(model, layer, static w => w))).Zip(whole),
            static pair => Math.Abs(pair.First - pair.Second) > 1e-3));
    }

    private static NeuronScores Score(LoadedModel model, ICriterion criterion)
        => criterion.Score(CriterionContext.Read(model.Neurons, model.Group(Group)));

    private static WeightRays Rays(LoadedModel model)
    {
        var (previous, next) = Sums(model, static w => w);
        var context = new CriterionContext(model.Neurons, model.Group(Group), new RaySums(previous, next), Cycle: 0);
        return new DualTomographicCriterion().Score(context).Rays!;
    }

    private static void AssertScores(IEnumerable<double> expected, NeuronScores scores, double tolerance = 1e-9)
        => Assert.All(expected.Zip(scores.Values), pair => Assert.InRange(pair.Second, pair.First - tolerance, pair.First + tolerance));

    private static (double[] Previous, double[] Next) Sums(LoadedModel model, Func<double, double> map)
        => (Total(Producers.Select(layer => Rows(model, layer, map))), Total(Consumers.Select(layer => Columns(model, layer, map))));

    private static double[] Total(IEnumerable<double[]> parts) => parts.Aggregate(static (a, b) => [.. a.Zip(b, static (x, y) => x + y)]);

    private static double[] Rows(LoadedModel model, string layer, Func<double, double> map)
    {
        var (values, shape) = Weights(model, layer);
        var sums = new double[shape[0]];
        for (var i = 0; i < values.Length; i++)
        {
            sums[i / (values.Length / shape[0])] += map(values[i]);
        }

        return sums;
    }

    // Column c belongs to neuron c, or, where each channel was flattened into 4 places, to neuron c / 4.
    private static double[] Columns(LoadedModel model, string layer, Func<double, double> map)
    {
        var (values, shape) = Weights(model, layer);
        var kernel = shape.Skip(2).Aggregate(1L, static (a, b) => a * b);
        var sums = new double[40];
        for (var i = 0; i < values.Length; i++)
        {
            sums[i / kernel % shape[1] / (shape[1] / 40)] += map(values[i]);
        }

        return sums;
    }

    private static (float[] Values, long[] Shape) Weights(LoadedModel model, string layer)
    {
        var weight = model.Module.named_parameters().Single(parameter => parameter.name == $"{layer}.weight").parameter;
        using var flat = weight.detach().flatten();
        return (flat.data<float>().ToArray(), weight.shape);
    }
}
