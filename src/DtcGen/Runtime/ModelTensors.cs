using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>What a model holds, by every name: TorchSharp's own lists leave out what they have met under another.</summary>
internal static class ModelTensors
{
    /// <summary>The model itself, and all modules in it.</summary>
    /// <param name="model">The model.</param>
    public static IEnumerable<(string Name, nn.Module Module)> Modules(nn.Module model)
        => model.named_modules().Prepend((name: string.Empty, module: model));

    /// <summary>All parameters and buffers.</summary>
    /// <param name="model">The model.</param>
    public static IEnumerable<(string Name, Tensor Tensor)> Of(nn.Module model)
        => Modules(model).SelectMany(static item => Own(item.Name, item.Module));

    private static IEnumerable<(string Name, Tensor Tensor)> Own(string name, nn.Module module)
    {
        var prefix = name.Length == 0 ? name : name + ".";
        return module.named_parameters(false).Select(own => (prefix + own.name, (Tensor)own.parameter))
            .Concat(module.named_buffers(false).Select(own => (prefix + own.name, own.buffer)));
    }
}
