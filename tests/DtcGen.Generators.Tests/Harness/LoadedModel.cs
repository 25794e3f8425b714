using System.Runtime.Loader;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>A model compiled from test source and made.</summary>
internal sealed class LoadedModel : IDisposable
{
    private readonly AssemblyLoadContext _context;

    private LoadedModel(AssemblyLoadContext context, nn.Module module)
    {
        _context = context;
        Module = module;
    }

    public nn.Module Module { get; }

    public nn.Module<Tensor, Tensor> Network => (nn.Module<Tensor, Tensor>)Module;

    public IDualTomographic Neurons => (IDualTomographic)Module;

    /// <summary>Compiles, loads and makes the class <c>Tested.Net</c>.</summary>
    public static LoadedModel From(string source, int seed = 1) => From(Generated.From(source), seed);

    /// <summary>Loads and makes the class <c>Tested.Net</c>.</summary>
    public static LoadedModel From(Generated generated, int seed = 1)
    {
        using var image = new MemoryStream();
        var emitted = generated.Compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        var context = new AssemblyLoadContext(generated.Compilation.AssemblyName, isCollectible: true);
        var type = context.LoadFromStream(image).GetType("Tested.Net", throwOnError: true)!;
        random.manual_seed(seed);
        return new LoadedModel(context, (nn.Module)Activator.CreateInstance(type)!);
    }

    public NeuronGroup Group(string name) => Neurons.Groups.Single(group => group.Name == name);

    public void Dispose()
    {
        Module.Dispose();
        _context.Unload();
    }
}
