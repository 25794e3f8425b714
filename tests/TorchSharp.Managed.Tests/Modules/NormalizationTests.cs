using System.Runtime.InteropServices;
using TorchSharp.Managed.Tests.Autograd;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Normalizations against their formulas written as tensor expressions or loops.</summary>
public class NormalizationTests
{
    private const double Eps = 1e-3;

    public static TheoryData<long[]> BatchShapes => [[5, 3], [4, 3, 7], [2, 3, 4, 5], [1, 2, 3, 33]];

    [Theory]
    [MemberData(nameof(BatchShapes))]
    public void BatchStatisticsAreEachChannels(long[] shape)
    {
        random.manual_seed(1);
        using Tensor x = (randn(shape, dtype: float64) * 3) + 1;
        using Tensor w = rand(shape[1], dtype: float64) + 0.5;
        using Tensor b = randn(shape[1], dtype: float64);
        long count = x.numel() / shape[1];
        Tensor rows = x.transpose(0, 1).reshape(shape[1], count);
        Tensor mean = rows.mean([1]);
        Tensor variance = (rows - mean.unsqueeze(1)).square().mean([1]);
        long[] wide = [1, shape[1], .. Enumerable.Repeat(1L, shape.Length - 2)];
        Tensor expected = ((x - mean.view(wide)) / (variance.view(wide) + Eps).sqrt() * w.view(wide)) + b.view(wide);

        using Tensor runningMean = zeros(shape[1], dtype: float64);
        using Tensor runningVar = ones(shape[1], dtype: float64);
        Tensor actual = functional.batch_norm(x, runningMean, runningVar, w, b, training: true, momentum: 0.3, Eps);
        Assert.True(actual.allclose(expected, 1e-10, 1e-10));
        Assert.True(runningMean.allclose(mean * 0.3, 1e-10, 1e-10));
        Assert.True(runningVar.allclose((variance * count / (count - 1) * 0.3) + 0.7, 1e-10, 1e-10));
        Tensor single = functional.batch_norm(x.to(float32), null, null, w.to(float32), b.to(float32), true, 0.1, Eps);
        Assert.True(single.to(float64).allclose(expected, 1e-4, 1e-5));

        Tensor fixedStatistics = functional.batch_norm(x, runningMean, runningVar, w, b, training: false, eps: Eps);
        Assert.True(fixedStatistics.allclose(((x - runningMean.view(wide)) / (runningVar.view(wide) + Eps).sqrt() * w.view(wide)) + b.view(wide), 1e-10, 1e-10));
    }

    [Theory]
    [MemberData(nameof(BatchShapes))]
    public void BatchGradientsAgreeWithDifferences(long[] shape)
    {
        random.manual_seed(2);
        using Tensor mean = randn(shape[1], dtype: float64);
        using Tensor variance = rand(shape[1], dtype: float64) + 0.5;
        GradientCheck.Run(t => functional.batch_norm(t[0], null, null, t[1], t[2], true, 0.1, 0.1), randn(shape, dtype: float64), randn(shape[1], dtype: float64), randn(shape[1], dtype: float64));
        GradientCheck.Run(t => functional.batch_norm(t[0], mean, variance, t[1], t[2]), randn(shape, dtype: float64), randn(shape[1], dtype: float64), randn(shape[1], dtype: float64));
        GradientCheck.Run(t => functional.batch_norm(t[0], null, null, training: true, eps: 0.1), randn(shape, dtype: float64));
    }

    [Fact]
    public void StatisticsFarFromZeroKeepTheirDigits()
    {
        random.manual_seed(3);
        using Tensor x = randn(4, 2, 50, 60) + 1000;
        using var single = BatchNorm2d(2, momentum: 1);
        using var precise = BatchNorm2d(2, momentum: 1, dtype: ScalarType.Float64);
        single.call(x);
        precise.call(x.to(ScalarType.Float64));
        for (int c = 0; c < 2; c++)
        {
            Assert.Equal(precise.running_mean![c].item<double>(), single.running_mean![c].item<float>(), 1e-3);
            Assert.Equal(precise.running_var![c].item<double>(), single.running_var![c].item<float>(), 1e-5);
        }
    }

    [Fact]
    public void ABatchNormLayerLearnsItsStatistics()
    {
        random.manual_seed(3);
        using BatchNorm1d layer = BatchNorm1d(4, momentum: 0.5);
        for (int i = 0; i < 20; i++)
        {
            layer.call((randn(500, 4) * 2) + 5);
        }

        Assert.Equal(20, layer.num_batches_tracked!.item<long>());
        Assert.True(layer.running_mean!.allclose(full(4, 5f), 0.1, 0.2));
        Assert.True(layer.running_var!.allclose(full(4, 4f), 0.2, 0.2));
        layer.eval();
        using Tensor before = layer.running_mean!.clone();
        using Tensor y = layer.call(full(2, 4, 5f));
        Assert.True(y.abs().max().item<float>() < 0.2);
        Assert.True(before.allclose(layer.running_mean!, 0, 0));
        layer.reset_running_stats();
        Assert.Equal(0, layer.num_batches_tracked!.item<long>());
    }

    [Fact]
    public void WithoutMomentumTheStatisticsAreTheMeanOfAllBatches()
    {
        using BatchNorm1d layer = BatchNorm1d(1);
        layer.momentum = null;
        foreach (float level in new float[] { 1, 2, 6 })
        {
            layer.call(tensor(new[] { level - 1, level + 1 }).reshape(2, 1));
        }

        Assert.Equal(3, layer.running_mean!.item<float>(), 1e-5);
        Assert.Equal(2, layer.running_var!.item<float>(), 1e-5);
    }

    [Fact]
    public void TheComponentsOfABatchNorm()
    {
        using BatchNorm2d layer = BatchNorm2d(3);
        Assert.Equal(["weight", "bias", "running_mean", "running_var", "num_batches_tracked"], layer.state_dict().Keys);
        Assert.Equal("BatchNorm1d", layer.GetName());
        Assert.Equal(3, layer.num_features);
        using BatchNorm2d bare = BatchNorm2d(3, affine: false, track_running_stats: false);
        Assert.Empty(bare.state_dict());
        bare.eval();
        Assert.Equal(0, bare.call(randn(2, 3, 4, 4)).mean().item<float>(), 1e-5);
        Tensor old = layer.running_mean!;
        layer.running_mean = zeros(2);
        Assert.True(old.IsInvalid);
        Assert.Equal([2L], layer.get_buffer("running_mean")!.shape);
        using BatchNorm2d full = BatchNorm2d(3, dtype: float64);
        Assert.Equal(ScalarType.Float64, full.call(randn(2, 3, 2, 2, dtype: float64)).dtype);
        Assert.Equal(ScalarType.Int64, BatchNorm2d(3).to(float64).num_batches_tracked!.dtype);
    }

    [Fact]
    public void WrongBatchesAreNamed()
    {
        Assert.Throws<ArgumentException>(() => BatchNorm2d(3).call(ones(2, 3, 4)));
        Assert.Throws<ArgumentException>(() => BatchNorm1d(3).call(ones(2, 3, 4, 5)));
        Assert.Throws<ExternalException>(() => BatchNorm1d(3).call(ones(2, 4)));
        Assert.Throws<ExternalException>(() => functional.batch_norm(ones(2, 3), null, null));
    }

    [Fact]
    public void LayerNormsUseEachRowsStatistics()
    {
        random.manual_seed(4);
        using Tensor x = (randn(3, 4, 5, dtype: float64) * 2) - 7;
        using Tensor w = randn(4, 5, dtype: float64);
        using Tensor b = randn(4, 5, dtype: float64);
        Tensor mean = x.mean([1, 2], true);
        Tensor variance = (x - mean).square().mean([1, 2], true);
        Tensor expected = ((x - mean) / (variance + Eps).sqrt() * w) + b;
        Assert.True(functional.layer_norm(x, [4, 5], w, b, Eps).allclose(expected, 1e-10, 1e-10));
        Assert.True(functional.layer_norm(x.to(float32), [4, 5], w.to(float32), b.to(float32), Eps).to(float64).allclose(expected, 1e-4, 1e-4));
        GradientCheck.Run(static t => functional.layer_norm(t[0], [4, 5], t[1], t[2], 0.1), randn(3, 4, 5, dtype: float64), randn(4, 5, dtype: float64), randn(4, 5, dtype: float64));
        GradientCheck.Run(static t => functional.layer_norm(t[0].transpose(0, 1), [3], eps: 0.1), randn(3, 4, dtype: float64));
    }

    [Fact]
    public void TheComponentsOfALayerNorm()
    {
        using LayerNorm layer = LayerNorm(6);
        Assert.Equal(["weight", "bias"], layer.named_parameters().Select(p => p.name));
        Assert.Equal(0, layer.call(randn(3, 6)).mean().item<float>(), 1e-5);
        Assert.Single(LayerNorm([2, 3], bias: false).named_parameters());
        Assert.Empty(LayerNorm(6, elementwise_affine: false).named_parameters());
        Assert.Throws<ExternalException>(() => layer.call(ones(3, 5)));
        layer.weight = new Parameter(ones(4));
        layer.bias = new Parameter(zeros(4));
        Assert.Throws<ExternalException>(() => layer.call(ones(3, 4)));
        layer.normalized_shape = [4];
        Assert.Equal([3L, 4], layer.call(ones(3, 4)).shape);
    }

    [Fact]
    public void GroupNormsUseEachGroupsStatistics()
    {
        random.manual_seed(5);
        using Tensor x = randn(2, 6, 3, 4, dtype: float64);
        using Tensor w = randn(6, dtype: float64);
        using Tensor b = randn(6, dtype: float64);
        Tensor groups = x.reshape(2, 3, 2, 3, 4);
        Tensor mean = groups.mean([2, 3, 4], true);
        Tensor variance = (groups - mean).square().mean([2, 3, 4], true);
        Tensor expected = ((groups - mean) / (variance + Eps).sqrt()).reshape(2, 6, 3, 4);
        Assert.True(functional.group_norm(x, 3, eps: Eps).allclose(expected, 1e-10, 1e-10));
        Assert.True(functional.group_norm(x, 3, w, b, Eps).allclose((expected * w.view(1, 6, 1, 1)) + b.view(1, 6, 1, 1), 1e-10, 1e-10));
        GradientCheck.Run(static t => functional.group_norm(t[0], 2, t[1], t[2], 0.1), randn(2, 4, 3, dtype: float64), randn(4, dtype: float64), randn(4, dtype: float64));
        using GroupNorm layer = GroupNorm(3, 6, Eps);
        Assert.True(layer.call(x.to(float32)).to(float64).allclose(expected, 1e-4, 1e-4));
        Assert.Throws<ArgumentException>(() => GroupNorm(4, 6));
        Assert.Throws<ExternalException>(() => functional.group_norm(ones(2, 5), 2));
    }
}
