using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

public sealed partial class Recorder
{
    /// <summary>Calls a module: by the recorded forward of its class, item by item, by the table of layers, or as an opaque step.</summary>
    /// <typeparam name="TModule">The type that the code knows it as.</typeparam>
    /// <typeparam name="TResult">What it returns.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="call">The call as it stands in the code.</param>
    /// <param name="arguments">The arguments, in order.</param>
    public TResult Module<TModule, TResult>(TModule module, Func<TModule, object?[], TResult> call, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(arguments);
        return module is nn.Module known
            ? (TResult)Run(known, arguments, () => call(module, arguments))!
            : Unknown(module, call, arguments);
    }

    /// <summary>Runs a module.</summary>
    internal object? Run(nn.Module module, object?[] arguments, Func<object?> original)
    {
        var outer = _path;
        try
        {
            return RunInside(module, arguments, original);
        }
        catch
        {
            // Should the code catch it and go on, sizes may have decided that.
            foreach (var part in module.modules().Prepend(module))
            {
                Stay(part, "it ended with an exception, which the code goes on from");
            }

            NoteSizesRead(arguments);
            throw;
        }
        finally
        {
            _path = outer;
        }
    }

    /// <summary>Adds a layer with weights, or finds it where it was called before.</summary>
    internal void AddWeighted(
        ModuleCall call,
        Generators.Reading.Graph.OperatorKind kind,
        Generators.Reading.Graph.Layer description,
        params IReadOnlyList<object?> arguments)
    {
        if (!_layers.Any(layer => ReferenceEquals(layer.Module, call.Module)))
        {
            _layers.Add(new RecordedLayer(call.Module, description));
            if (!call.IsRegistered)
            {
                _staying.TryAdd(
                    call.Module, "it is no part of the model, which neither trains nor saves it: RegisterComponents does not find it");
            }

            foreach (var (other, reason) in _tree.Sharing(call.Module))
            {
                _staying.TryAdd(call.Module, reason);
                _staying.TryAdd(other, reason);
            }
        }

        Add(kind, string.Empty, call.Name, [call.Input], arguments, [.. Tensors(call.Result)], call.Module);
    }

    /// <summary>Makes the neurons of a layer stay.</summary>
    internal void Stay(nn.Module layer, string reason) => _staying.TryAdd(layer, reason);

    private object? RunInside(nn.Module module, object?[] arguments, Func<object?> original)
    {
        var name = _tree.Name(module);
        (module as IRecordedModel)?.Recorded.Register();
        var hasHooks = ModuleHooks.Any(module);
        if (!hasHooks && RecordedForwards.Find(module.GetType()) is { } forward)
        {
            _path = name;
            return forward(this, module, arguments);
        }

        if (!hasHooks && module.GetType() == typeof(Sequential) && arguments is [Tensor input])
        {
            var sequential = (Sequential)module;
            var value = input;
            for (var i = 0; i < sequential.Count; i++)
            {
                var (item, given) = (sequential[i], value);
                value = (Tensor)Run((nn.Module)item, [given], () => item.call(given))!;
            }

            // An empty one returns a copy or the input itself: its own code knows.
            return sequential.Count == 0 ? NoteIdentity(input, original()) : value;
        }

        if (hasHooks || !LayerTable.Knows(module))
        {
            Keep(arguments);
        }

        var computed = original();
        LayerTable.Note(
            this,
            new ModuleCall(module, name, _tree.IsRegistered(module), arguments, computed),
            hasHooks ? $"a hook of '{name}' runs with it, whose code is not recorded" : null);
        return computed;
    }

    private object? NoteIdentity(Tensor input, object? result)
    {
        Same(input, result);
        return result;
    }

    private TResult Unknown<TModule, TResult>(TModule module, Func<TModule, object?[], TResult> call, object?[] arguments)
    {
        var result = call(module, arguments);
        AddOpaque(typeof(TModule).Name, Tensors(arguments), result, $"'{typeof(TModule).Name}' is no module of TorchSharp");
        return result;
    }
}
