using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Autograd;

/// <summary>What may be done when, and what callers are told.</summary>
public class AutogradRulesTests
{
    [Fact]
    public void GradientsAddUp()
    {
        Tensor w = ones(2, requires_grad: true);
        (w * 2).sum().backward();
        (w * 3).sum().backward();
        Assert.Equal([5f, 5f], w.grad!.data<float>().ToArray());
        w.grad = null;
        Assert.Null(w.grad);
    }

    [Fact]
    public void AGraphRunsOnceUnlessRetained()
    {
        Tensor w = ones(2, requires_grad: true);
        Tensor loss = (w * w).sum();
        loss.backward(retain_graph: true);
        loss.backward();
        Assert.Equal([4f, 4f], w.grad!.data<float>().ToArray());
        Assert.Contains("second time", Assert.Throws<ExternalException>(() => loss.backward()).Message);
    }

    [Fact]
    public void AWrittenValueThatBackwardNeedsIsAnError()
    {
        Tensor w = ones(2, 2, requires_grad: true);
        Tensor y = (w * 1).exp();
        y.add_(1);
        string message = Assert.Throws<ExternalException>(() => y.sum().backward()).Message;
        Assert.Contains("modified by an inplace operation", message);
        Assert.Contains("ExpBackward0", message);
        Assert.Contains("version 1; expected version 0", message);
    }

    [Fact]
    public void AWriteThatBackwardDoesNotNeedIsNone()
    {
        Tensor w = ones(2, requires_grad: true);
        Tensor y = w * 3;
        y.add_(1).mul_(2);
        y.relu_();
        y.sum().backward();
        Assert.Equal([6f, 6f], w.grad!.data<float>().ToArray());
    }

    [Fact]
    public void LeavesAreNotWrittenToWhileRecording()
    {
        Tensor w = ones(2, 2, requires_grad: true);
        Assert.StartsWith("a leaf Variable", Assert.Throws<ExternalException>(() => w.add_(1)).Message);
        Assert.StartsWith("a view of a leaf", Assert.Throws<ExternalException>(() => w[0].add_(1)).Message);
        using (no_grad())
        {
            w.add_(1);
        }

        Assert.True(w.is_leaf);
        Assert.Equal(2f, w.data<float>()[0, 0]);
    }

    [Fact]
    public void SetUnderNoGradReshapesTheSameLeaf()
    {
        Tensor w = ones(4, 4, requires_grad: true);
        using (no_grad())
        {
            w.set_(w.narrow(0, 0, 2).clone());
        }

        Assert.True(w.is_leaf && w.requires_grad);
        Assert.Equal([2L, 4L], w.shape);
        w.sum().backward();
        Assert.Equal([2L, 4L], w.grad!.shape);
    }

    [Fact]
    public void ModesNestAndGoBack()
    {
        Tensor w = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False((w * 2).requires_grad);
            using (enable_grad())
            {
                Assert.True((w * 2).requires_grad);
            }

            Assert.False(is_grad_enabled());
        }

        using (inference_mode())
        {
            Assert.False((w * 2).requires_grad);
        }

        using (set_grad_enabled(false))
        {
            Assert.False(is_grad_enabled());
        }

        Assert.True((w * 2).requires_grad);
        Assert.False(w.detach().requires_grad);
        Assert.False((w * 2).is_leaf);
    }

    [Fact]
    public void OnlyTheAskedInputsGetGradients()
    {
        Tensor a = ones(2, requires_grad: true);
        Tensor b = ones(2, requires_grad: true);
        (a * b).sum().backward(inputs: [b]);
        Assert.Null(a.grad);
        Assert.NotNull(b.grad);
    }

    [Fact]
    public void AnAliasSharesTheGradientAndTheViewOfItsHolder()
    {
        Tensor w = ones(2, requires_grad: true);
        Tensor other = w.alias();
        other.sum().backward();
        Assert.NotNull(w.grad);
        w.Dispose();
        Assert.Equal(2, other.grad!.numel());
        Tensor first = other.grad!;
        first.Dispose();
        Assert.NotNull(other.grad);
    }

    [Fact]
    public void WrongUseIsToldClearly()
    {
        Tensor w = ones(2, 2, requires_grad: true);
        Fails("scalar outputs", () => (w * 2).backward());
        Fails("does not require grad", () => ones(1).backward());
        Fails("floating point", () => ones(2, dtype: int64).requires_grad_());
        Fails("Mismatch in shape", () => (w * 2).backward([ones(3)]));
        Assert.Throws<NotSupportedException>(() => w.sum().backward(create_graph: true));
    }

    [Fact]
    public void ALongChainNeedsNoDeepStack()
    {
        Tensor x = ones(1, requires_grad: true);
        Tensor y = x;
        for (int i = 0; i < 50_000; i++)
        {
            y = y + 1;
        }

        y.backward();
        Assert.Equal(1f, x.grad!.item<float>());

        // The same chain again, given up from its end instead of run.
        using (NewDisposeScope())
        {
            y = x;
            for (int i = 0; i < 50_000; i++)
            {
                y = y * 1;
            }
        }
    }

    private static void Fails(string part, Action action) =>
        Assert.Contains(part, Assert.Throws<ExternalException>(action).Message, StringComparison.Ordinal);
}
