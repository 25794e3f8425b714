using DtcGen.Compressibility;
using DtcGen.Tests.Training;
using static TorchSharp.torch;

namespace DtcGen.Tests.Compressibility;

public class CompressibilityLossTests
{
    [Theory]
    [InlineData(1, new float[] { 0, 3, 0, 0 })]
    [InlineData(2, new float[] { 1, -1, 1, 1 })]
    [InlineData(1.4, new float[] { 3, -4 })]
    public void ValuesAreTheRatioOfNorms(double expected, float[] weights)
    {
        using var vector = tensor(weights);

        using var value = CompressibilityLoss.Of(vector);

        Assert.Equal(expected, value.item<float>(), 1e-6);
    }

    [Theory]
    [InlineData(1e-30f)]
    [InlineData(1e-3f)]
    [InlineData(1e30f)]
    public void ScaleDoesNotMatter(float scale)
    {
        float[] values = [0.3f, -1.2f, 2.5f, 0.01f, -0.7f];
        using var plain = tensor(values);
        using var scaled = tensor(values.Select(value => value * scale).ToArray());

        Assert.Equal(CompressibilityLoss.Of(plain).item<float>(), CompressibilityLoss.Of(scaled).item<float>(), 1e-5);
    }

    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    public void AnyTypeServes(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var weights = full(300_000, 0.125, dtype: type, requires_grad: true);

        var value = CompressibilityLoss.Of(weights);
        value.backward();

        Assert.Equal(Math.Sqrt(300_000), value.to(ScalarType.Float64).item<double>(), 1e-2);
        Assert.Equal(type, weights.grad!.dtype);
    }

    [Fact]
    public void TheZeroVectorHasValueAndGradientZero()
    {
        using var weights = zeros(6, requires_grad: true);

        using var value = CompressibilityLoss.Of(weights);
        value.backward();

        Assert.Equal(0f, value.item<float>());
        Assert.Equal(new float[6], weights.grad!.data<float>().ToArray());
    }

    [Fact]
    public void GradientsAreThoseOfFiniteDifferences()
    {
        double[] values = [0.3, -1.2, 2.5, 0.01, -0.7];
        using var weights = tensor(values, requires_grad: true);
        CompressibilityLoss.Of(weights).backward();
        var gradient = weights.grad!.data<double>().ToArray();

        for (var i = 0; i < values.Length; i++)
        {
            const double Step = 1e-6;
            double At(double change) => Ratio([.. values.Select((value, j) => j == i ? value + change : value)]);
            Assert.Equal((At(Step) - At(-Step)) / (2 * Step), gradient[i], 1e-8);
        }
    }

    [Fact]
    public void TheModelsTermIsTheSumOverLayersOrOneRatioOfAll()
    {
        using var model = new TwoLayers(4, 8, 3);
        var layers = model.parameters()
            .Select(parameter => parameter.detach().data<float>().ToArray().Select(value => (double)value).ToArray())
            .ToArray();

        Assert.Equal(layers.Sum(Ratio), new CompressibilityLoss().Of(model).item<float>(), 1e-5);
        Assert.Equal(
            Ratio([.. layers.SelectMany(layer => layer)]),
            new CompressibilityLoss(CompressibilityScope.Global).Of(model).item<float>(),
            1e-5);
        Assert.Throws<ArgumentException>(() => new CompressibilityLoss(takes: (_, _) => false).Of(model));
    }

    /// <summary>
    /// At a critical point the vector is ternary and C² counts its non-zeros. Descent keeps equal magnitudes
    /// equal, so a start whose largest magnitude occurs several times ends with as many non-zeros.
    /// </summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 4)]
    [InlineData(4, 7)]
    public void DescentOnItAloneEndsAtATernaryVector(int seed, int equal)
    {
        var random = new Random(seed);
        var start = Enumerable.Range(0, 24)
            .Select(i => (i < equal ? 1 : 0.9 * random.NextDouble()) * (random.Next(2) == 0 ? 1 : -1))
            .ToArray();
        using var weights = tensor(start, requires_grad: true);
        const int Steps = 3000;
        for (var step = 0; step < Steps; step++)
        {
            using var scope = NewDisposeScope();
            weights.grad?.zero_();
            CompressibilityLoss.Of(weights).backward();
            using var guard = no_grad();
            weights.sub_(weights.grad!.mul(0.02 * (1 - ((double)step / Steps))));
        }

        var end = weights.detach().data<double>().ToArray();
        var largest = end.Max(Math.Abs);
        var nonZeros = end.Count(value => Math.Abs(value) > 0.01 * largest);
        Assert.All(
            end,
            value => Assert.True(
                Math.Abs(value) < 0.01 * largest || Math.Abs(value) > 0.99 * largest, $"{value} is neither 0 nor ±{largest}."));
        Assert.Equal(equal, nonZeros);
        Assert.Equal(nonZeros, Ratio(end) * Ratio(end), 0.01 * nonZeros);
    }

    private static double Ratio(double[] weights) => weights.Sum(Math.Abs) / Math.Sqrt(weights.Sum(value => value * value));
}
