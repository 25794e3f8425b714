using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>A model compiled from test source and made.</summary>
internal sealed class LoadedModel : IDisposable
{
    private LoadedModel(nn.Module module) => Module = module;

    public nn.Module Module { get; }

    public nn.Module<Tensor, Tensor> Network => (nn.Module<Tensor, Tensor>)Module;

    public IDualTomographic Neurons => (IDualTomographic)Module;

    /// <summary>Compiles, loads and makes the class <c>Tested.Net</c>.</summary>
    public static LoadedModel From(string source, int seed = 1) => From(Generated.From(source), seed);

    /// <summary>Loads and makes the class <c>Tested.Net</c>.</summary>
    public static LoadedModel From(Generated generated, int seed = 1) => Of(generated.Network, seed);

    /// <summary>Makes a network of a class.</summary>
    public static LoadedModel Of(Type network, int seed)
    {
        random.manual_seed(seed);
        var model = new LoadedModel((nn.Module)Activator.CreateInstance(network)!);
        foreach (var norm in model.Module.modules().OfType<GroupNorm>())
        {
            // TorchSharp leaves in them what memory held.
            nn.init.uniform_(norm.weight!, 0.5, 1.5);
            nn.init.normal_(norm.bias!);
        }

        return model;
    }

    public NeuronGroup Group(string name) => Neurons.Groups.Single(group => group.Name == name);

    /// <summary>What <c>forward</c> makes of inputs, however many it takes and returns.</summary>
    public Tensor[] Call(params Tensor[] inputs) => Module switch
    {
        nn.Module<Tensor, Tensor> one => [one.call(inputs[0])],
        nn.Module<Tensor, Tensor, Tensor> two => [two.call(inputs[0], inputs[1])],
        nn.Module<Tensor, (Tensor, Tensor)> one => Both(one.call(inputs[0])),
        nn.Module<Tensor, Tensor, (Tensor, Tensor)> two => Both(two.call(inputs[0], inputs[1])),
        _ => throw new NotSupportedException($"{Module.GetType().BaseType}"),
    };

    /// <summary>What TorchSharp saves of it.</summary>
    public byte[] Save()
    {
        using var stream = new MemoryStream();
        Module.save(stream);
        return stream.ToArray();
    }

    /// <summary>Loads what another saved, by its class, which only run time knows.</summary>
    public void LoadPruned(byte[] saved)
    {
        using var stream = new MemoryStream(saved);
        Invoke(nameof(PrunedModel.LoadPruned), typeof(Stream), stream);
    }

    /// <summary>Loads what another holds.</summary>
    public void LoadPruned(IReadOnlyDictionary<string, Tensor> state)
        => Invoke(nameof(PrunedModel.LoadPruned), typeof(IReadOnlyDictionary<string, Tensor>), state);

    /// <summary>What our own form holds of it.</summary>
    public byte[] SavePruned()
    {
        var path = Path.GetTempFileName();
        try
        {
            Invoke(nameof(PrunedModel.SavePruned), typeof(string), path);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private void Invoke(string name, Type type, object value) => typeof(PrunedModel).GetMethods()
        .Single(method => method.Name == name && method.GetParameters()[1].ParameterType == type)
        .MakeGenericMethod(Module.GetType())
        .Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [Module, value], null);

    public void Dispose() => Module.Dispose();

    private static Tensor[] Both((Tensor First, Tensor Second) outputs) => [outputs.First, outputs.Second];
}
