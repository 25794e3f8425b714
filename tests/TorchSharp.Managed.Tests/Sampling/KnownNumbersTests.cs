using TorchSharp;
using TorchSharp.Managed.Tests.Memory;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Sampling;

/// <summary>The numbers that libtorch draws from the same seeds.</summary>
[Collection(nameof(SharedStateCollection))]
public class KnownNumbersTests
{
    [Fact]
    public void SeedZero()
    {
        random.manual_seed(0);
        Close([1.5409961f, -0.2934289f, -2.1787894f, 0.5684313f, -1.0845224f], randn(5));
        Close([0.0223258f, 0.1688590f, 0.2938885f], rand(3));
        Assert.Equal([0L, 5, 2, 7, 1, 3, 4, 6], randperm(8).data<long>().ToArray());
        manual_seed(0);
        Close([-1.1258398f, -1.1523602f, -0.2505786f], randn(20).narrow(0, 0, 3));
    }

    [Fact]
    public void InitialWeightsOfThePublishedRun()
    {
        random.manual_seed(42424242);
        Tensor w1 = empty(512, 784).normal_(0, Math.Sqrt(2.0 / 1296));
        Tensor w2 = empty(10, 512).normal_(0, Math.Sqrt(2.0 / 522));
        Tensor flat = w1.flatten();
        Close([-0.00357823586f, -0.0986322388f, 0.00722471159f, -0.0359102786f, 0.0430829078f], flat.narrow(0, 0, 5));
        Close([-0.0311629567f], flat.narrow(0, -1, 1));
        Assert.Equal(-11.787806, w1.to(float64).sum().item<double>(), 1e-3);
        Close([0.0330145285f, 0.0432362258f, -0.0772203505f], w2.flatten().narrow(0, 0, 3));
    }

    [Fact]
    public void AStateCanBeTakenUpAgain()
    {
        random.manual_seed(7);
        _ = randn(5);
        Tensor state = random.get_rng_state();
        float[] first = randn(7).data<float>().ToArray();
        random.set_rng_state(state);
        Assert.Equal(first, randn(7).data<float>().ToArray());
        Assert.Equal(7, random.initial_seed());
        Assert.Throws<ArgumentException>(() => random.set_rng_state(zeros(5, dtype: uint8)));
    }

    [Fact]
    public void RandomTensorsAsFromLibtorch()
    {
        random.manual_seed(3);
        Tensor weights = tensor(new[] { 1f, 2, 3, 4 });
        Assert.Equal([0L, 3, 1], multinomial(weights, 3).data<long>().ToArray());
        Assert.Equal([3L, 3, 1, 2, 2, 3], multinomial(weights, 6, true).data<long>().ToArray());
        Assert.Equal([3L, 2, 0], multinomial(weights.to(float64), 3).data<long>().ToArray());
        Assert.Equal([3L, 0, 1, 2, 3], multinomial(weights.to(float64), 5, true).data<long>().ToArray());
        Assert.Equal(0.26591f, rand(1).item<float>(), 1e-5f);
        random.manual_seed(3);
        Assert.Equal([6L, 8, 7, 7, 0], randint(10, new long[] { 5 }).data<long>().ToArray());
        Assert.Equal([-5f, -5, 0, -4, -1], randint(-5, 10, new long[] { 5 }, float32).data<float>().ToArray());
        random.manual_seed(3);
        Tensor strided = zeros(4, 5).t().normal_();
        Assert.Equal(0.17483f, strided[1, 0].item<float>(), 1e-5f);
        Assert.Equal(-1.3683f, strided[0, 1].item<float>(), 1e-4f);
        random.manual_seed(3);
        bernoulli(full(new long[] { 10 }, 0.5f));
        bernoulli(full(new long[] { 10 }, 0.5, float64));
        Assert.Equal(0.26088f, rand(1).item<float>(), 1e-5f);
    }

    private static void Close(float[] expected, Tensor actual)
    {
        float[] values = actual.data<float>().ToArray();
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], values[i], 1e-6f);
        }
    }
}
