using System.Runtime.InteropServices;
using TorchSharp.Managed.Tests.Autograd;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Losses;

/// <summary>Losses of class scores against loops over their formulas.</summary>
public class ClassLossTests
{
    private const int Batch = 7;
    private const int Classes = 5;
    private static readonly long[] Targets = [0, 4, 2, -100, 1, 2, 3];
    private static readonly double[] Weights = [0.5, 2, 1, 0.25, 3];

    [Theory]
    [InlineData(Reduction.Mean, false, 0)]
    [InlineData(Reduction.Sum, false, 0)]
    [InlineData(Reduction.None, false, 0)]
    [InlineData(Reduction.Mean, true, 0)]
    [InlineData(Reduction.None, true, 0)]
    [InlineData(Reduction.Mean, false, 0.2)]
    [InlineData(Reduction.Mean, true, 0.2)]
    [InlineData(Reduction.Sum, true, 1)]
    [InlineData(Reduction.None, true, 0.2)]
    public void CrossEntropyIsItsFormula(Reduction reduction, bool weighted, double smoothing)
    {
        random.manual_seed(4);
        using Tensor scores = randn(Batch, Classes, dtype: float64) * 3;
        using Tensor? weight = weighted ? tensor(Weights) : null;
        double[] expected = Expected(scores.data<double>().ToArray(), weighted, smoothing, reduction);
        double[] full = functional.cross_entropy(scores, tensor(Targets), weight, reduction: reduction, label_smoothing: smoothing).data<double>().ToArray();
        float[] single = functional.cross_entropy(scores.to(float32), tensor(Targets), weight?.to(float32), reduction: reduction, label_smoothing: smoothing).data<float>().ToArray();
        Assert.Equal(expected.Length, full.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], full[i], 1e-12);
            Assert.Equal(expected[i], single[i], 1e-4);
        }

        GradientCheck.Run(t => functional.cross_entropy(t[0], tensor(Targets), weight, reduction: reduction, label_smoothing: smoothing), randn(Batch, Classes, dtype: float64));
    }

    [Fact]
    public void NegativeLogLikelihoodOfLogSoftmaxIsCrossEntropy()
    {
        random.manual_seed(5);
        foreach (Reduction reduction in Enum.GetValues<Reduction>())
        {
            using Tensor scores = randn(Batch, Classes, dtype: float64);
            using Tensor weight = tensor(Weights);
            Tensor direct = functional.cross_entropy(scores, tensor(Targets), weight, reduction: reduction);
            Tensor composed = functional.nll_loss(scores.log_softmax(1), tensor(Targets), weight, reduction);
            Assert.True(direct.allclose(composed));
            Assert.True(NLLLoss(weight, reduction).call(scores.log_softmax(1), tensor(Targets)).allclose(direct));
            GradientCheck.Run(t => functional.nll_loss(t[0], tensor(Targets), weight, reduction), randn(Batch, Classes, dtype: float64));
        }
    }

    [Fact]
    public void DimensionsBehindTheClassesAreElements()
    {
        random.manual_seed(6);
        using Tensor scores = randn(2, 3, 4, 5, dtype: float64);
        using Tensor target = randint(3, new long[] { 2, 4, 5 });
        using Tensor rows = scores.permute(0, 2, 3, 1).reshape(-1, 3);
        Assert.True(functional.cross_entropy(scores, target).allclose(functional.cross_entropy(rows, target.flatten())));
        Assert.Equal([2L, 4, 5], functional.cross_entropy(scores, target, reduction: Reduction.None).shape);
        GradientCheck.Run(t => functional.cross_entropy(t[0], target, reduction: Reduction.None), randn(2, 3, 4, 5, dtype: float64));
        Assert.Equal(Math.Log(3), functional.cross_entropy(zeros(3), tensor(1L)).item<float>(), 1e-6);
    }

    [Fact]
    public void ProbabilitiesAreTargetsToo()
    {
        random.manual_seed(7);
        using Tensor scores = randn(Batch, Classes, dtype: float64);
        using Tensor labels = randint(Classes, new long[] { Batch });
        using Tensor oneHot = functional.one_hot(labels, Classes).to(float64);
        using Tensor weight = tensor(Weights);
        Assert.True(functional.cross_entropy(scores, oneHot).allclose(functional.cross_entropy(scores, labels)));
        Assert.True(functional.cross_entropy(scores, oneHot, label_smoothing: 0.3).allclose(functional.cross_entropy(scores, labels, label_smoothing: 0.3)));
        Assert.True(functional.cross_entropy(scores, oneHot, weight, reduction: Reduction.Sum).allclose(functional.cross_entropy(scores, labels, weight, reduction: Reduction.Sum)));
        GradientCheck.Run(static t => functional.cross_entropy(t[0], t[1].softmax(1)), randn(3, 4, dtype: float64), randn(3, 4, dtype: float64));
        Assert.Throws<ExternalException>(() => functional.cross_entropy(zeros(2, 3), zeros(2, 4)));
    }

    [Fact]
    public void TheLayerPassesItsSettingsOn()
    {
        using Tensor scores = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3);
        using Tensor target = tensor(new long[] { 0, 2 });
        Assert.Equal(functional.cross_entropy(scores, target, ignore_index: 2).item<float>(), CrossEntropyLoss(ignore_index: 2).call(scores, target).item<float>());
        Assert.Equal([2L], CrossEntropyLoss(reduction: Reduction.None).call(scores, target).shape);
        Assert.Empty(CrossEntropyLoss(ones(3)).named_parameters());
    }

    [Fact]
    public void NothingLeftToAverageIsNotANumber() =>
        Assert.True(float.IsNaN(functional.cross_entropy(zeros(2, 3), tensor(new long[] { -100, -100 })).item<float>()));

    [Fact]
    public void LargeScoresDoNotOverflow()
    {
        using Tensor scores = tensor(new float[] { 1000, 0, -1000 }, 1, 3);
        Assert.Equal(0, functional.cross_entropy(scores, tensor(new long[] { 0 })).item<float>());
        Assert.Equal(2000, functional.cross_entropy(scores, tensor(new long[] { 2 })).item<float>());
    }

    [Fact]
    public void WrongTargetsAreNamed()
    {
        using Tensor scores = zeros(2, 3);
        Assert.Contains("Target 3 is out of bounds", Assert.Throws<ExternalException>(() => functional.cross_entropy(scores, tensor(new long[] { 0, 3 }))).Message);
        Assert.Contains("Long", Assert.Throws<ExternalException>(() => functional.cross_entropy(scores, tensor(new[] { 0, 1 }))).Message);
        Assert.Contains("batch_size (2)", Assert.Throws<ExternalException>(() => functional.cross_entropy(scores, tensor(new long[] { 0, 1, 2 }))).Message);
        Assert.Throws<ExternalException>(() => functional.nll_loss(scores, tensor(new long[] { 0, -1 })));
        Assert.Throws<ExternalException>(() => functional.cross_entropy(scores, tensor(new long[] { 0, 1 }), ones(4)));
        Assert.Throws<ExternalException>(() => functional.cross_entropy(scores, tensor(new long[] { 0, 1 }), label_smoothing: 1.5));
    }

    private static double[] Expected(double[] scores, bool weighted, double smoothing, Reduction reduction)
    {
        var losses = new double[Batch];
        double divisor = 0;
        for (int r = 0; r < Batch; r++)
        {
            if (Targets[r] == -100)
            {
                continue;
            }

            double sum = 0;
            for (int c = 0; c < Classes; c++)
            {
                sum += Math.Exp(scores[(r * Classes) + c]);
            }

            for (int c = 0; c < Classes; c++)
            {
                double share = (c == Targets[r] ? 1 - smoothing : 0) + (smoothing / Classes);
                losses[r] -= share * (weighted ? Weights[c] : 1) * (scores[(r * Classes) + c] - Math.Log(sum));
            }

            divisor += weighted ? Weights[Targets[r]] : 1;
        }

        return reduction switch
        {
            Reduction.Mean => [losses.Sum() / divisor],
            Reduction.Sum => [losses.Sum()],
            _ => losses,
        };
    }
}
