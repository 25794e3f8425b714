using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Parameters, and what happens to them when a layer gets new ones.</summary>
public class ParameterTests
{
    [Fact]
    public void AParameterTakesOverItsTensor()
    {
        Tensor values = zeros(2);
        using var parameter = new Parameter(values);
        Assert.True(values.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => values.sum());
        Assert.True(parameter.is_leaf && parameter.requires_grad);
    }

    [Fact]
    public void AParameterIsNotDetached()
    {
        using Tensor source = ones(2, requires_grad: true);
        using var attached = new Parameter(source * 2);
        Assert.False(attached.is_leaf);
        using var detached = new Parameter((source * 2).detach());
        Assert.True(detached.is_leaf);
        using (no_grad())
        {
            using var made = new Parameter(source * 2);
            Assert.True(made.is_leaf);
        }
    }

    [Fact]
    public void OnlyFloatingPointCanBeTrained()
    {
        using Tensor numbers = zeros(2, dtype: int64);
        Assert.Throws<ExternalException>(() => new Parameter(numbers));
        Assert.False(numbers.IsInvalid);
        using var fixedNumbers = new Parameter(numbers, requires_grad: false);
        Assert.False(fixedNumbers.requires_grad);
    }

    [Fact]
    public void AParameterStaysInItsDisposeScope()
    {
        Parameter inside;
        Parameter moved;
        using (DisposeScope scope = NewDisposeScope())
        {
            inside = new Parameter(zeros(2));
            moved = new Parameter(zeros(2));
            Assert.Equal(2, scope.DisposablesCount);
            moved.DetachFromDisposeScope();
        }

        Assert.True(inside.IsInvalid);
        Assert.False(moved.IsInvalid);
        moved.Dispose();
    }

    [Fact]
    public void AReplacedWeightIsRegisteredAndTheOldOneDisposed()
    {
        using Linear layer = Linear(4, 3);
        Parameter old = layer.weight;
        var smaller = new Parameter(ones(2, 4));
        layer.weight = smaller;
        Assert.Same(smaller, layer.named_parameters().First().parameter);
        Assert.Same(smaller, layer.state_dict()["weight"]);
        Assert.True(old.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => old.shape);
    }

    [Fact]
    public void SettingTheSameParameterChangesNothing()
    {
        using Linear layer = Linear(4, 3);
        Parameter weight = layer.weight;
        layer.weight = weight;
        Assert.False(weight.IsInvalid);
        Assert.Same(weight, layer.weight);
    }

    [Fact]
    public void TheWeightCannotBeNullAndTheBiasCan()
    {
        using Linear layer = Linear(4, 3);
        Assert.Throws<ArgumentNullException>(() => layer.weight = null!);
        layer.bias = null;
        Assert.Equal(["weight"], layer.named_parameters().Select(p => p.name));
        Assert.Equal([2L, 3], layer.call(ones(2, 4)).shape);
        layer.bias = new Parameter(zeros(3));
        Assert.Equal(["weight", "bias"], layer.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void ReplacingTakesTheParameterOutOfTheScope()
    {
        using Linear layer = Linear(2, 2);
        using (NewDisposeScope())
        {
            layer.weight = new Parameter(ones(2, 2));
        }

        Assert.False(layer.weight.IsInvalid);
    }

    [Fact]
    public void LayersMadeInAScopeOutliveIt()
    {
        Linear layer;
        using (DisposeScope scope = NewDisposeScope())
        {
            layer = Linear(2, 2);
            Assert.Equal(0, scope.DisposablesCount);
        }

        Assert.False(layer.weight.IsInvalid);
        layer.Dispose();
    }

    [Fact]
    public void SizesGoStaleAndForwardIgnoresThem()
    {
        using Linear layer = Linear(4, 3);
        layer.weight = new Parameter(ones(2, 5));
        layer.bias = new Parameter(zeros(2));
        Assert.Equal(4, layer.in_features);
        Assert.Equal(3, layer.out_features);
        Assert.Equal([7L, 2], layer.call(ones(7, 5)).shape);
        layer.in_features = 5;
        layer.out_features = 2;
        Assert.Equal(5, layer.in_features);
    }

    [Fact]
    public void SetChangesTheShapeOfTheSameParameter()
    {
        using Linear layer = Linear(4, 3, hasBias: false);
        Parameter weight = layer.weight;
        using (no_grad())
        {
            using Tensor smaller = ones(2, 4);
            weight.set_(smaller);
        }

        Assert.Same(weight, layer.weight);
        Assert.True(weight.is_leaf && weight.requires_grad);
        Assert.Equal([2L, 4], weight.shape);
        layer.call(ones(5, 4)).sum().backward();
        Assert.Equal([2L, 4], weight.grad!.shape);
    }
}
