using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>What callers depend on and no other test of these folders holds: sizes that stay, layers that are swapped, first weights.</summary>
public class CallerBehaviourTests
{
    [Theory]
    [InlineData(typeof(Convolution), "in_channels")]
    [InlineData(typeof(Convolution), "out_channels")]
    [InlineData(typeof(NormBase), "num_features")]
    public void SomeSizesCannotBeSet(Type layer, string property) =>
        Assert.False(layer.GetProperty(property)!.SetMethod?.IsPublic ?? false);

    [Fact]
    public void AnEmbeddingHasNoSizes() =>
        Assert.DoesNotContain(typeof(Embedding).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly), static p => p.Name != "weight");

    [Fact]
    public void FewerInputChannelsNeedANewConvolution()
    {
        using Conv2d layer = Conv2d(3, 4, 3);
        layer.weight = new Parameter(layer.weight.detach().narrow(1, 0, 2).clone());
        Assert.Throws<ArgumentException>(() => layer.call(ones(1, 2, 5, 5)));
    }

    [Fact]
    public void ALayerNormFollowsItsSettableShape()
    {
        using LayerNorm layer = LayerNorm(4);
        using (no_grad())
        {
            layer.weight = new Parameter(layer.weight.detach().narrow(0, 0, 3).clone());
            layer.bias = new Parameter(layer.bias!.detach().narrow(0, 0, 3).clone());
        }

        Assert.ThrowsAny<Exception>(() => layer.call(ones(2, 3)));
        layer.normalized_shape = [3];
        Assert.Equal([2, 3], layer.call(ones(2, 3)).shape);
    }

    [Fact]
    public void ALayerInAReadonlyFieldIsSwappedAndTrained()
    {
        using var model = new Swapped();
        using Conv2d old = model.Layer;
        Conv2d smaller = Conv2d(1, 2, 3);
        model.Replace(smaller);
        old.Dispose();
        Assert.Same(smaller, model.Layer);
        Assert.Contains(model.named_parameters(), p => p.name == "layer.weight" && ReferenceEquals(p.parameter, smaller.weight));
        using var optimizer = optim.SGD(model.parameters(), 0.1);
        using Tensor before = smaller.weight.detach().clone();
        model.call(ones(1, 1, 5, 5)).square().sum().backward();
        optimizer.step();
        Assert.False(smaller.weight.allclose(before));
    }

    [Fact]
    public void AConvolutionStartsLikeALinearLayer()
    {
        random.manual_seed(5);
        using Conv2d layer = Conv2d(3, 4, 3);
        random.manual_seed(5);
        using Tensor weight = init.kaiming_uniform_(empty(4, 3, 3, 3), Math.Sqrt(5));
        using Tensor bias = empty(4).uniform_(-1 / Math.Sqrt(27), 1 / Math.Sqrt(27));
        Assert.True(layer.weight.allclose(weight, 0, 0));
        Assert.True(layer.bias!.allclose(bias, 0, 0));
    }

    private sealed class Swapped : Module<Tensor, Tensor>
    {
        private readonly Conv2d layer = Conv2d(1, 4, 3);

        internal Swapped()
            : base(nameof(Swapped)) => RegisterComponents();

        internal Conv2d Layer => layer;

        public override Tensor forward(Tensor input) => layer.call(input);

        internal void Replace(Conv2d smaller)
        {
            register_module("layer", null!);
            register_module("layer", smaller);
            Unsafe.AsRef(in layer) = smaller;
        }
    }
}
