using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>The tree of components: what is found, in which order, under which names.</summary>
public class ModuleTreeTests
{
    [Fact]
    public void OwnParametersComeBeforeTheChildren()
    {
        using var model = new SmallModel();
        Assert.Equal(["scale", "fc1.weight", "fc1.bias", "fc2.weight"], model.named_parameters().Select(p => p.name));
        Assert.Equal(["scale"], model.named_parameters(recurse: false).Select(p => p.name));
        Assert.Equal(["offset"], model.named_buffers().Select(b => b.name));
    }

    [Fact]
    public void NamedModulesLeavesOutTheRoot()
    {
        using var model = new SmallModel();
        Assert.Equal(["fc1", "fc2", "activation"], model.named_modules().Select(m => m.name));
        Assert.Equal(3, model.modules().Count());
        Assert.DoesNotContain(model, model.modules());
    }

    [Fact]
    public void NestedModulesFollowTheirSiblings()
    {
        using var model = new ContainerModel();
        Assert.Equal(
            ["list", "map", "own", "body", "list.0", "list.1", "map.k", "body.a", "body.r", "body.inner", "body.inner.0"],
            model.named_modules().Select(m => m.name));
        Assert.Equal(
            ["list.0.weight", "list.0.bias", "list.1.weight", "list.1.bias", "map.k.weight", "map.k.bias", "own.0", "own.1", "body.a.weight", "body.a.bias", "body.inner.0.weight", "body.inner.0.bias"],
            model.state_dict().Keys);
    }

    [Fact]
    public void RegisteringTwiceUnderOneNameThrows()
    {
        using var model = new SmallModel();
        Assert.Throws<InvalidOperationException>(() => model.register_module("fc1", Linear(1, 1)));
        Assert.Throws<InvalidOperationException>(() => model.register_buffer("offset", zeros(1)));
        Assert.Throws<InvalidOperationException>(() => model.register_parameter("scale", new Parameter(zeros(1))));
    }

    [Fact]
    public void NamesHaveNoDotsAndAreNotEmpty()
    {
        using var model = new SmallModel();
        Assert.Throws<ArgumentException>(() => model.register_module("a.b", Linear(1, 1)));
        Assert.Throws<ArgumentException>(() => model.register_module(string.Empty, Linear(1, 1)));
    }

    [Fact]
    public void ASwappedChildMovesToTheEnd()
    {
        using var model = new SmallModel();
        model.register_module("fc1", null!);
        Assert.Equal(["scale", "fc2.weight"], model.named_parameters().Select(p => p.name));
        model.register_module("fc1", Linear(4, 3));
        Assert.Equal(["scale", "fc2.weight", "fc1.weight", "fc1.bias"], model.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void TheProtectedEntryKeepsAPlace()
    {
        using var model = new SwappingModel();
        model.Swap(Linear(4, 5, hasBias: false));
        Assert.Equal(["first.weight", "second.weight", "second.bias"], model.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void ReassigningAFieldDoesNotRegisterIt()
    {
        using var model = new SwappingModel();
        Parameter before = model.named_parameters().First().parameter;
        model.Reassign(Linear(4, 5));
        Assert.Same(before, model.named_parameters().First().parameter);
    }

    [Fact]
    public void ASharedModuleHasItsParametersOnce()
    {
        using Linear shared = Linear(2, 2);
        using Sequential twice = Sequential(("a", shared), ("b", shared));
        Assert.Equal(["a.weight", "a.bias"], twice.named_parameters().Select(p => p.name));
        Assert.Equal(["a.weight", "a.bias"], twice.state_dict().Keys);
    }

    [Fact]
    public void ComponentsAreFoundByTheirFullNames()
    {
        using var model = new SmallModel();
        Assert.Same(model.fc2.weight, model.get_parameter("fc2.weight"));
        Assert.Null(model.get_parameter("fc9.weight"));
        Assert.Null(model.get_parameter("fc2.bias"));
        Assert.True(model.has_parameter("scale"));
        Assert.False(model.has_parameter("offset"));
        Assert.NotNull(model.get_buffer("offset"));
    }

    [Fact]
    public void ApplyVisitsChildrenBeforeParents()
    {
        using var model = new SmallModel();
        var names = new List<string>();
        model.apply(m => names.Add(m.GetName()));
        Assert.Equal(["Linear", "Linear", "ReLU", "SmallModel"], names);
    }

    [Fact]
    public void TrainingModeReachesEveryModule()
    {
        using var model = new ContainerModel();
        Assert.True(model.training);
        model.eval();
        Assert.False(model.training);
        Assert.DoesNotContain(model.modules(), m => m.training);
        model.train();
        Assert.True(model.modules().All(m => m.training));
    }

    [Fact]
    public void DisposingTheRootDisposesTheTree()
    {
        var model = new SmallModel();
        Tensor[] tensors = [.. model.parameters(), .. model.buffers()];
        model.Dispose();
        Assert.All(tensors, t => Assert.True(t.IsInvalid));
        Assert.Throws<InvalidOperationException>(() => model.call(ones(1, 4)));
        model.Dispose();
    }

    [Fact]
    public void ZeroGradDropsOrClears()
    {
        using Linear layer = Linear(2, 2);
        layer.call(ones(1, 2)).sum().backward();
        Assert.NotNull(layer.weight.grad);
        layer.zero_grad(set_to_none: false);
        Assert.Equal(0, layer.weight.grad!.abs().sum().item<float>());
        layer.zero_grad();
        Assert.Null(layer.weight.grad);
    }

    [Fact]
    public void ConversionReachesParametersAndFloatingBuffers()
    {
        using var model = new SmallModel();
        using Tensor before = model.fc1.weight.to(float64).detach();
        SmallModel same = model.to(float64);
        Assert.Same(model, same);
        Assert.All(model.parameters(), p => Assert.Equal(ScalarType.Float64, p.dtype));
        Assert.All(model.buffers(), b => Assert.Equal(ScalarType.Float64, b.dtype));
        Assert.True(model.fc1.weight.allclose(before, 0, 0));
        Assert.True(model.fc1.weight.is_leaf && model.fc1.weight.requires_grad);
        Assert.Equal(ScalarType.Float64, model.call(ones(1, 4, dtype: float64)).dtype);
    }

    [Fact]
    public void ModulesWithoutParametersRefuseThem()
    {
        Assert.Throws<InvalidOperationException>(() => ReLU().register_parameter("w", new Parameter(zeros(1))));
        Assert.Throws<InvalidOperationException>(() => ReLU().register_buffer("b", zeros(1)));
        Assert.Throws<InvalidOperationException>(() => ReLU().register_module("m", ReLU()));
    }

    [Fact]
    public void NonPersistentBuffersAreNotPartOfTheState()
    {
        using var model = new SmallModel();
        model.register_buffer("cache", zeros(3), persistent: false);
        Assert.Contains("cache", model.named_buffers().Select(b => b.name));
        Assert.DoesNotContain("cache", model.named_buffers(include_nonpersistent: false).Select(b => b.name));
        Assert.DoesNotContain("cache", model.state_dict().Keys);
    }

    private sealed class SwappingModel : Module<Tensor, Tensor>
    {
        private readonly Linear second = Linear(3, 2);
        private Linear first = Linear(4, 3);

        public SwappingModel()
            : base(nameof(SwappingModel))
        {
            register_module(nameof(first), first);
            register_module(nameof(second), second);
        }

        public void Swap(Linear smaller)
        {
            first.Dispose();
            first = smaller;
            _internal_submodules[nameof(first)] = smaller;
        }

        public void Reassign(Linear other) => first = other;

        public override Tensor forward(Tensor input) => second.call(first.call(input));
    }
}
