using System.Runtime.InteropServices;
using TorchSharp.Managed.Tests.Autograd;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Tables of vectors.</summary>
public class EmbeddingTests
{
    [Fact]
    public void NumbersBecomeTheirRows()
    {
        random.manual_seed(0);
        using Embedding layer = Embedding(2, 2);
        float[] libtorchs = [1.5409961f, -0.2934289f, -2.1787894f, 0.56843126f];
        Assert.All(libtorchs.Zip(layer.weight!.data<float>().ToArray()), p => Assert.Equal(p.First, p.Second, 1e-6));
        using Tensor y = layer.call(tensor(new long[] { 1, 0, 1, 1, 0, 0 }).reshape(2, 3));
        Assert.Equal([2L, 3, 2], y.shape);
        Assert.Equal(libtorchs[2], y.data<float>()[0], 1e-6);
        Assert.True(layer.call(tensor(new[] { 1, 0 })).allclose(layer.call(tensor(new long[] { 1, 0 }))));
        Assert.Equal(["weight"], layer.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void GradientsAddUpWhereNumbersRepeat()
    {
        using Embedding layer = Embedding(4, 2);
        layer.call(tensor(new long[] { 1, 3, 1 })).sum().backward();
        Assert.Equal([0f, 0, 2, 2, 0, 0, 1, 1], layer.weight!.grad!.data<float>().ToArray());
        using Embedding scaled = Embedding(4, 2, scale_grad_by_freq: true);
        scaled.call(tensor(new long[] { 1, 3, 1 })).sum().backward();
        Assert.Equal([0f, 0, 1, 1, 0, 0, 1, 1], scaled.weight!.grad!.data<float>().ToArray());
        using Tensor numbers = tensor(new long[] { 0, 2, 2, 1 }).reshape(2, 2);
        using Embedding full = Embedding(3, 2, dtype: float64);
        GradientCheck.Run(t =>
        {
            full.weight = new Parameter(t[0].alias());
            return full.call(numbers);
        }, randn(3, 2, dtype: float64));
    }

    [Fact]
    public void ThePaddingIsZeroAndStaysSo()
    {
        using Embedding layer = Embedding(3, 2, padding_idx: -1);
        Assert.Equal(0, layer.weight!.select(0, 2).abs().sum().item<float>());
        layer.call(tensor(new long[] { 2, 0, 2 })).sum().backward();
        Assert.Equal([1f, 1, 0, 0, 0, 0], layer.weight.grad!.data<float>().ToArray());
        Assert.Throws<ExternalException>(() => Embedding(3, 2, padding_idx: 3));
    }

    [Fact]
    public void LongVectorsAreScaledDownInTheTable()
    {
        using Embedding layer = Embedding(2, 2, max_norm: 1);
        layer.weight = new Parameter(tensor(new float[] { 3, 4, 30, 40 }).reshape(2, 2));
        using Tensor y = layer.call(tensor(new long[] { 0 }));
        Assert.Equal([0.6f, 0.8f], y.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal([30f, 40], layer.weight.select(0, 1).data<float>().ToArray());
    }

    [Fact]
    public void WrongNumbersAreNamed()
    {
        using Embedding layer = Embedding(2, 2);
        Assert.Contains("2", Assert.Throws<ExternalException>(() => layer.call(tensor(new long[] { 2 }))).Message);
        Assert.Throws<ExternalException>(() => layer.call(tensor(new long[] { -1 })));
        Assert.Throws<ExternalException>(() => layer.call(ones(1)));
    }
}
