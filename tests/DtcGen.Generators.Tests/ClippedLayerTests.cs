using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>What a clip leaves of a model: for every layer that it can make smaller, all that TorchSharp does with models.</summary>
public sealed class ClippedLayerTests
{
    public static TheoryData<string> Names => [.. ClippableLayers.All.Keys];

    public static TheoryData<string, ScalarType> NamesAndTypes()
    {
        var data = new TheoryData<string, ScalarType>();
        foreach (var name in ClippableLayers.All.Keys)
        {
            data.Add(name, ScalarType.Float64);
            data.Add(name, ScalarType.BFloat16);
            data.Add(name, ScalarType.Float16);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItKeepsEveryNameFlagAndObject(string name)
    {
        using var model = Model(name);
        model.Module.train();
        model.Module.named_modules().First().module.eval();
        model.Module.parameters().First().requires_grad = false;
        var before = Facts(model.Module);
        var modules = model.Module.modules().ToArray();
        var tensors = model.Module.parameters().Concat(model.Module.buffers()).ToArray();

        ClipInScope(model);

        Assert.Equal(before, Facts(model.Module));
        Assert.Equal(modules, model.Module.modules(), ReferenceEqualityComparer.Instance);
        Assert.Equal(tensors, model.Module.parameters().Concat(model.Module.buffers()), ReferenceEqualityComparer.Instance);
        Assert.All(model.Module.state_dict(), static item => Assert.True(item.Value.is_contiguous(), item.Key));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItLeaksNoTensorAndItsMemoryGoes(string name)
    {
        using var model = Model(name);
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        foreach (var group in model.Neurons.Groups)
        {
            while (model.Neurons.CountNeurons(group) > 1)
            {
                model.Neurons.SumRays(group);
                model.Neurons.Clip(group, KeepSets.All(model.Neurons.CountNeurons(group) - 1));
            }
        }

        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.All(model.Module.parameters(), static parameter =>
        {
            using var storage = parameter.storage<float>();
            Assert.Equal(parameter.numel() * sizeof(float), (long)storage.nbytes());
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ANewOptimizerChangesEveryParameter(string name)
    {
        using var model = Model(name);
        Step(model, name);
        ClipInScope(model);
        using var scope = NewDisposeScope();
        Assert.All(
            model.Module.parameters(),
            static parameter => Assert.True(parameter.grad is null || parameter.grad.shape.SequenceEqual(parameter.shape)));
        var before = model.Module.named_parameters().Select(static item => (item.name, Values: item.parameter.detach().clone())).ToArray();
        Step(model, name);

        Assert.All(
            before.Zip(model.Module.parameters()),
            static item => Assert.True(LayerWeights.Difference(item.First.Values, item.Second.detach()) > 0, item.First.name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsSavedAndLoadedIntoAFreshModel(string name)
    {
        using var scope = NewDisposeScope();
        using var model = Model(name);
        model.Module.train();
        model.Call(ClippableLayers.All[name].MakeInputs(8));
        ClipInScope(model);
        using var fresh = LoadedModel.From(ClippableLayers.All[name].Generated, seed: 9);
        fresh.LoadPruned(model.Save());

        Assert.Equal(model.Module.state_dict().Keys, fresh.Module.state_dict().Keys);
        model.Module.eval();
        fresh.Module.eval();
        var inputs = ClippableLayers.All[name].MakeInputs(5);
        Assert.Equal(0, LayerWeights.Difference(model.Network.call(inputs), fresh.Network.call(inputs)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItMovesToADeviceAndToAType(string name)
    {
        using var scope = NewDisposeScope();
        using var model = Model(name);
        model.Module.to(CPU);
        ClipInScope(model);
        model.Module.to(CPU);
        model.Module.eval();
        var inputs = ClippableLayers.All[name].MakeInputs(4);
        var expected = model.Network.call(inputs);
        var names = model.Module.state_dict().Keys.ToArray();

        model.Module.to(ScalarType.Float64);

        Assert.Equal(names, model.Module.state_dict().Keys);
        Assert.All(
            model.Module.state_dict(),
            static item => Assert.Equal(
                item.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal) ? ScalarType.Int64 : ScalarType.Float64,
                item.Value.dtype));
        var actual = model.Network.call(inputs.is_floating_point() ? inputs.to(ScalarType.Float64) : inputs);
        Assert.InRange(LayerWeights.Difference(expected.to(ScalarType.Float64), actual), 0, 1e-5);
    }

    [Theory]
    [MemberData(nameof(NamesAndTypes))]
    public void AModelOfAnyTypeIsWeighedAndClipped(string name, ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var model = Model(name);
        model.Module.to(type);

        // The same numbers in single precision, which holds those of half precision exactly.
        using var reference = LoadedModel.From(ClippableLayers.All[name].Generated, seed: 9);
        LayerWeights.Copy(model.Module, reference.Module);
        if (type == ScalarType.Float64)
        {
            reference.Module.to(type);
            LayerWeights.Copy(model.Module, reference.Module);
        }

        foreach (var (group, same) in model.Neurons.Groups.Zip(reference.Neurons.Groups))
        {
            Assert.Equal(reference.Neurons.SumRays(same).Previous, model.Neurons.SumRays(group).Previous);
            Assert.Equal(reference.Neurons.SumRays(same).Next, model.Neurons.SumRays(group).Next);
        }

        ClipInScope(model);
        ClipInScope(reference);

        foreach (var ((key, tensor), expected) in model.Module.state_dict().Zip(reference.Module.state_dict().Values))
        {
            Assert.Equal(key.EndsWith("num_batches_tracked", StringComparison.Ordinal) ? ScalarType.Int64 : type, tensor.dtype);
            Assert.Equal(expected.shape, tensor.shape);
            Assert.Equal(0, LayerWeights.Difference(tensor.detach().to(ScalarType.Float64), expected.detach().to(ScalarType.Float64)));
        }
    }

    [Fact]
    public void AModelMadeInADisposeScopeKeepsItsEmbedding()
    {
        LoadedModel model;
        using (NewDisposeScope())
        {
            model = Model("Embedding");
            model.Neurons.Clip(model.Group("words"), [0, 3, 5]);
        }

        using (model)
        {
            Assert.Equal(3, model.Neurons.CountNeurons(model.Group("words")));
            model.Neurons.Clip(model.Group("words"), [0, 2]);
            Assert.Equal([11, 2], model.Module.get_parameter("words.weight")!.shape);
            Step(model, "Embedding");
        }
    }

    [Theory]
    [InlineData("Adam", 3)]
    [InlineData("Adam", 1)]
    [InlineData("AdamW", 1)]
    [InlineData("Adagrad", 1)]
    [InlineData("RMSprop", 1)]
    [InlineData("momentum", 1)]
    public void WhatAnOptimizerKeepsFromBeforeTheClipFails(string kind, int left)
    {
        using var scope = NewDisposeScope();
        using var model = Model("Linear");
        using optim.Optimizer optimizer = kind switch
        {
            "Adam" => optim.Adam(model.Module.parameters(), 0.1),
            "AdamW" => optim.AdamW(model.Module.parameters(), 0.1),
            "Adagrad" => optim.Adagrad(model.Module.parameters(), 0.1),
            "RMSprop" => optim.RMSProp(model.Module.parameters(), 0.1),
            _ => optim.SGD(model.Module.parameters(), 0.1, momentum: 0.9),
        };
        Step();
        foreach (var group in model.Neurons.Groups)
        {
            model.Neurons.Clip(group, KeepSets.All(left));
        }

        Assert.ThrowsAny<Exception>(Step);

        void Step()
        {
            optimizer.zero_grad();
            model.Network.call(randn(4, 6)).square().sum().backward();
            optimizer.step();
        }
    }

    private static LoadedModel Model(string name) => LoadedModel.From(ClippableLayers.All[name].Generated);

    // Each group to the second, third and last of its neurons.
    private static void ClipInScope(LoadedModel model)
    {
        using var outer = NewDisposeScope();
        foreach (var group in model.Neurons.Groups)
        {
            model.Neurons.Clip(group, [.. new[] { 1, 2, model.Neurons.CountNeurons(group) - 1 }.Distinct()]);
        }
    }

    private static void Step(LoadedModel model, string name)
    {
        using var scope = NewDisposeScope();
        model.Module.train();
        using var optimizer = optim.Adam(model.Module.parameters(), 0.01);
        var inputs = ClippableLayers.All[name].MakeInputs(16);
        model.Network.call(inputs).sub(0.3).square().sum().backward();
        optimizer.step();
    }

    private static string[] Facts(nn.Module model) =>
    [
        .. model.named_parameters().Select(static item => $"parameter {item.name} {item.parameter.requires_grad} {item.parameter.is_leaf}"),
        .. model.named_buffers().Select(static item => $"buffer {item.name}"),
        .. model.state_dict().Keys,
        .. model.named_modules().Select(static item => $"{item.name} {item.module.GetName()} {item.module.training}"),
    ];
}
