using System.Runtime.CompilerServices;
using TorchSharp.Modules;
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

    /// <summary>
    /// The same tensors without their names: each is met as often as it is registered. A clip looks at all of them, and their names
    /// would take it longer than everything else that it does.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="visit">Told of each.</param>
    public static void Visit(nn.Module model, Action<Tensor> visit)
    {
        var (parameters, buffers) = (Parameters(model), Buffers(model));
        for (var i = 0; i < parameters.Count; i++)
        {
            visit(parameters[i].Item2);
        }

        for (var i = 0; i < buffers.Count; i++)
        {
            visit(buffers[i].Item2.Tensor);
        }

        foreach (var (_, child) in model.named_children())
        {
            Visit(child, visit);
        }
    }

    // TorchSharp 0.107 gives these out only through lists that it makes anew, with a set of all handles, at each call.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_internal_params")]
    private static extern ref TorchSharp.Utils.OrderedDict<string, Parameter> Parameters(nn.Module module);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_internal_buffers")]
    private static extern ref TorchSharp.Utils.OrderedDict<string, (Tensor Tensor, bool IsPersistent)> Buffers(nn.Module module);

    private static IEnumerable<(string Name, Tensor Tensor)> Own(string name, nn.Module module)
    {
        var prefix = name.Length == 0 ? name : name + ".";
        return module.named_parameters(false).Select(own => (prefix + own.name, (Tensor)own.parameter))
            .Concat(module.named_buffers(false).Select(own => (prefix + own.name, own.buffer)));
    }
}
