using System.Runtime.InteropServices;
using TorchSharp.Managed.Tests.Autograd;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Functions without a layer of their own: padding, attention, norms, one-hot rows.</summary>
public class FunctionalTests
{
    [Theory]
    [InlineData(PaddingModes.Constant, new double[] { 9, 9, 0, 1, 2, 3, 9 })]
    [InlineData(PaddingModes.Zeros, new double[] { 9, 9, 0, 1, 2, 3, 9 })]
    [InlineData(PaddingModes.Reflect, new double[] { 2, 1, 0, 1, 2, 3, 2 })]
    [InlineData(PaddingModes.Replicate, new double[] { 0, 0, 0, 1, 2, 3, 3 })]
    [InlineData(PaddingModes.Circular, new double[] { 2, 3, 0, 1, 2, 3, 0 })]
    public void WhatStandsBeyondTheEdge(PaddingModes mode, double[] expected)
    {
        using Tensor x = arange(4, dtype: float64);
        Assert.Equal(expected, functional.pad(x, (2, 1), mode, mode is PaddingModes.Constant or PaddingModes.Zeros ? 9 : 0).data<double>().ToArray());
        GradientCheck.Run(t => functional.pad(t[0], (2, 1, 0, 2), mode), randn(2, 3, 4, dtype: float64));
    }

    [Fact]
    public void NegativePaddingTakesAway()
    {
        using Tensor x = arange(12, dtype: float64).reshape(3, 4);
        Assert.Equal([5.0, 6, 9, 10], functional.pad(x, (-1, -1, -1, 0)).data<double>().ToArray());
        Assert.Equal([6.0, 7, 0, 10, 11, 0], functional.pad(x, [-2, 1, -1, 0]).data<double>().ToArray());
        GradientCheck.Run(static t => functional.pad(t[0], (-1, 2, 1, -1)), randn(3, 4, dtype: float64));
        Assert.Equal([5L, 6], functional.pad(x, [1, 1, 1, 1]).shape);
        Assert.Equal([5L, 6], functional.pad(x, 1).shape);
        Assert.Equal([1L, 1, 5, 4], ZeroPad2d(1).call(ones(1, 1, 3, 2)).shape);
        Assert.Equal([1L, 1, 10, 5], ZeroPad2d((1, 2, 3, 4)).call(ones(1, 1, 3, 2)).shape);
    }

    [Fact]
    public void WrongPaddingsAreNamed()
    {
        using Tensor x = ones(2, 3);
        Assert.Throws<ExternalException>(() => functional.pad(x, [1, 1, 1]));
        Assert.Throws<ExternalException>(() => functional.pad(x, [1, 1, 1, 1, 1, 1]));
        Assert.Throws<ExternalException>(() => functional.pad(x, (3, 0), PaddingModes.Reflect));
        Assert.Throws<ExternalException>(() => functional.pad(x, (4, 0), PaddingModes.Circular));
        Assert.Throws<ExternalException>(() => functional.pad(x, (-1, 0), PaddingModes.Replicate));
        Assert.Throws<ExternalException>(() => functional.pad(x, (-2, -2)));
        Assert.Throws<ExternalException>(() => functional.pad(x, (1, 1), PaddingModes.Reflect, 3));
    }

    [Fact]
    public void AttentionIsAWeightedMeanOfTheValues()
    {
        random.manual_seed(1);
        using Tensor q = randn(2, 3, 4, 5, dtype: float64);
        using Tensor k = randn(2, 3, 6, 5, dtype: float64);
        using Tensor v = randn(2, 3, 6, 7, dtype: float64);
        using Tensor mask = rand(4, 6).gt(0.3).masked_fill(eye(4, 6, dtype: ScalarType.Bool), true);
        Check(functional.scaled_dot_product_attention(q, k, v), static (_, _) => true);
        Check(functional.scaled_dot_product_attention(q, k, v, is_casual: true), static (i, j) => j <= i);
        bool[] allowed = mask.data<bool>().ToArray();
        Check(functional.scaled_dot_product_attention(q, k, v, mask), (i, j) => allowed[(i * 6) + j]);
        using Tensor added = zeros(4, 6, dtype: float64).masked_fill(mask.eq(0), double.NegativeInfinity);
        Check(functional.scaled_dot_product_attention(q, k, v, added), (i, j) => allowed[(i * 6) + j]);
        Assert.Throws<ArgumentException>(() => functional.scaled_dot_product_attention(q, k, v, mask, is_casual: true));
        GradientCheck.Run(static t => functional.scaled_dot_product_attention(t[0], t[1], t[2], is_casual: true), randn(2, 3, 4, dtype: float64), randn(2, 3, 4, dtype: float64), randn(2, 3, 2, dtype: float64));

        void Check(Tensor actual, Func<int, int, bool> sees)
        {
            double[] a = q.data<double>().ToArray(), b = k.data<double>().ToArray(), c = v.data<double>().ToArray(), y = actual.data<double>().ToArray();
            for (int h = 0; h < 6; h++)
            {
                for (int i = 0; i < 4; i++)
                {
                    var weights = new double[6];
                    for (int j = 0; j < 6; j++)
                    {
                        double score = 0;
                        for (int e = 0; e < 5; e++)
                        {
                            score += a[(((h * 4) + i) * 5) + e] * b[(((h * 6) + j) * 5) + e];
                        }

                        weights[j] = sees(i, j) ? Math.Exp(score / Math.Sqrt(5)) : 0;
                    }

                    for (int e = 0; e < 7; e++)
                    {
                        double sum = 0;
                        for (int j = 0; j < 6; j++)
                        {
                            sum += weights[j] * c[(((h * 6) + j) * 7) + e];
                        }

                        Assert.Equal(sum / weights.Sum(), y[(((h * 4) + i) * 7) + e], 1e-10);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void NormalizedVectorsHaveUnitNorm(double p)
    {
        random.manual_seed(2);
        using Tensor x = randn(3, 4, 5, dtype: float64);
        Tensor y = functional.normalize(x, p, 2);
        Assert.True(y.abs().pow(p).sum(2).allclose(ones(3, 4, dtype: float64)));
        Assert.True((y / x).amax(2).allclose((y / x).amin(2)));
        Assert.Equal(0, functional.normalize(zeros(2, 3)).abs().sum().item<float>());
        GradientCheck.Run(t => functional.normalize(t[0], p), randn(3, 4, dtype: float64));
    }

    [Fact]
    public void OneHotRowsHaveOneOne()
    {
        using Tensor rows = functional.one_hot(tensor(new long[] { 0, 2 }));
        Assert.Equal([2L, 3], rows.shape);
        Assert.Equal([1L, 0, 0, 0, 0, 1], rows.data<long>().ToArray());
        Assert.Equal([2L, 1, 5], functional.one_hot(tensor(new long[] { 0, 2 }).reshape(2, 1), 5).shape);
        Assert.Throws<ExternalException>(() => functional.one_hot(tensor(new long[] { 3 }), 3));
        Assert.Throws<ExternalException>(() => functional.one_hot(tensor(new long[] { -1 })));
        Assert.Throws<ArgumentException>(() => functional.one_hot(ones(2)));
    }
}
