using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Dropout: shares, scale, whole channels, and silence in evaluation mode.</summary>
public class DropoutTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void ElementsAreZeroedAndTheOthersScaled(double p)
    {
        random.manual_seed(11);
        const int Count = 40000;
        float[] y = Dropout(p).call(ones(Count)).data<float>().ToArray();
        float scale = (float)(1 / (1 - p));
        Assert.All(y, v => Assert.True(v == 0 || Math.Abs(v - scale) < 1e-5 * scale));

        // Five standard deviations of the share.
        Assert.Equal(p, y.Count(v => v == 0) / (double)Count, 5 * Math.Sqrt(p * (1 - p) / Count));
    }

    [Fact]
    public void EvaluationModePassesTheInputOn()
    {
        using Tensor x = ones(5);
        using Dropout layer = Dropout();
        layer.eval();
        using Tensor y = layer.call(x);
        Assert.NotSame(x, y);
        Assert.True(y.allclose(x));
        Assert.True(functional.dropout(x, 0.5, training: false).allclose(x));
    }

    [Fact]
    public void GradientsPassWhereElementsDid()
    {
        random.manual_seed(3);
        using Tensor x = ones(100, requires_grad: true);
        using Tensor y = Dropout(0.25).call(x);
        y.sum().backward();
        Assert.True(x.grad!.allclose(y));
    }

    [Fact]
    public void TheSameSeedGivesTheSameMask()
    {
        random.manual_seed(9);
        using Tensor a = functional.dropout(ones(64));
        random.manual_seed(9);
        using Tensor b = functional.dropout(ones(64));
        Assert.True(a.allclose(b));
        Assert.False(functional.dropout(ones(64)).allclose(b));
    }

    [Fact]
    public void WholeChannelsAreDropped()
    {
        random.manual_seed(4);
        using Tensor images = Dropout2d(0.5).call(ones(8, 16, 3, 2));
        Check(images.flatten(0, 1).flatten(1));
        using Tensor sequences = Dropout1d(0.5).call(ones(8, 16, 5));
        Check(sequences.flatten(0, 1));
        Check(Dropout2d(0.5).call(ones(32, 3, 2)).flatten(1));
        Assert.Throws<ExternalException>(() => Dropout2d().call(ones(3, 4)));

        static void Check(Tensor channels)
        {
            Tensor low = channels.amin(1);
            Assert.True(low.allclose(channels.amax(1)));
            double dropped = low.eq(0).to(float64).mean().item<double>();
            Assert.InRange(dropped, 0.1, 0.9);
        }
    }

    [Fact]
    public void TheProbabilityIsChecked()
    {
        using Dropout one = Dropout(1);
        Assert.Equal(0, one.call(ones(9)).sum().item<float>());
        Assert.Throws<ExternalException>(() => Dropout(1.5).call(ones(2)));
        Assert.Throws<ExternalException>(() => Dropout(double.NaN).call(ones(2)));
        one.p = 0;
        Assert.Equal(9, one.call(ones(9)).sum().item<float>());
    }

    [Fact]
    public void InPlaceOverwrites()
    {
        random.manual_seed(6);
        using Tensor x = ones(50);
        Tensor y = Dropout(0.5, inplace: true).call(x);
        Assert.True(x.eq(0).any().item<bool>());
        y.Dispose();
        Assert.False(x.IsInvalid);
    }
}
