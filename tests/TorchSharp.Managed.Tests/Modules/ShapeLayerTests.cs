using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Layers that only arrange elements.</summary>
public class ShapeLayerTests
{
    [Fact]
    public void FlattenSharesTheElements()
    {
        using Tensor x = ones(2, 3, 4);
        using Tensor y = Flatten().call(x);
        Assert.Equal([2L, 12], y.shape);
        y.add_(1);
        Assert.Equal(48, x.sum().item<float>());
        Assert.Equal([6L, 4], Flatten(0, 1).call(x).shape);
    }

    [Fact]
    public void UnflattenUndoesFlatten()
    {
        using Tensor x = arange(24).reshape(2, 12);
        Assert.Equal([2L, 3, 4], Unflatten(1, [3, 4]).call(x).shape);
        Assert.Equal([2L, 3, 4], Unflatten(-1, [3, -1]).call(x).shape);
    }

    [Fact]
    public void IdentityIsAnotherHandle()
    {
        Tensor x = ones(2, requires_grad: true);
        Tensor y = Identity().call(x);
        Assert.NotSame(x, y);
        x.Dispose();
        Assert.Equal(2, y.sum().item<float>());
        y.sum().backward();
        Assert.NotNull(y.grad);
    }
}
