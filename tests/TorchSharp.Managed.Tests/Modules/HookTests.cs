using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Hooks run by <c>call</c> and only by it.</summary>
public class HookTests
{
    [Fact]
    public void CallRunsHooksAndForwardDoesNot()
    {
        using Linear layer = Linear(2, 2);
        int calls = 0;
        layer.register_forward_hook((_, _, _) =>
        {
            calls++;
            return null!;
        });
        using Tensor input = ones(1, 2);
        layer.forward(input);
        Assert.Equal(0, calls);
        Assert.NotNull(layer.call(input));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void HooksReplaceInputAndOutput()
    {
        using ReLU layer = ReLU();
        var before = layer.register_forward_pre_hook((_, x) => x + 1);
        var after = layer.register_forward_hook((_, x, y) => (y * 10) + x);
        using Tensor input = tensor(new float[] { -3, 1 });
        Assert.Equal([-2f, 22f], layer.call(input).data<float>().ToArray());
        before.remove();
        after.remove();
        after.remove();
        Assert.Equal([0f, 1f], layer.call(input).data<float>().ToArray());
    }

    [Fact]
    public void ANullKeepsTheInput()
    {
        using ReLU layer = ReLU();
        layer.register_forward_pre_hook((_, _) => null!);
        Assert.Equal(2, layer.call(tensor(2.0f)).item<float>());
    }

    [Fact]
    public void WatchingHooksSeeTheModuleAndMayRemoveThemselves()
    {
        using ReLU layer = ReLU();
        var seen = new List<Module>();
        HookableModule<Func<Module<Tensor, Tensor>, Tensor, Tensor>, Func<Module<Tensor, Tensor>, Tensor, Tensor, Tensor>>.HookRemover? remover = null;
        remover = layer.register_forward_pre_hook(m =>
        {
            seen.Add(m);
            remover!.remove();
        });
        layer.call(tensor(1.0f));
        layer.call(tensor(1.0f));
        Assert.Equal([layer], seen);
    }

    [Fact]
    public void HooksOfTwoInputsReplaceBoth()
    {
        using MSELoss loss = MSELoss();
        loss.register_forward_pre_hook((_, x, y) => (x + 1, y - 1));
        Assert.Equal(4, loss.call(tensor(0.0f), tensor(0.0f)).item<float>());
        loss.register_forward_pre_hook((_, _, _) => null);
        Assert.Equal(4, loss.call(tensor(0.0f), tensor(0.0f)).item<float>());
    }
}
