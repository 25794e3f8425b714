using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>The modules, parameters and buffers of a model, by identity.</summary>
internal sealed class ModuleTree
{
    private readonly Dictionary<nn.Module, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Name, Tensor Tensor, nn.Module Owner, TensorStorage? Storage)> _held = [];
    private readonly Dictionary<nn.Module, string> _unregistered = new(ReferenceEqualityComparer.Instance);

    public ModuleTree(nn.Module model)
    {
        Add(model, string.Empty);
        foreach (var (name, module) in model.named_modules())
        {
            Add(module, name);
        }
    }

    /// <summary>A module's path, or its class's name where the model does not know it.</summary>
    public string Name(nn.Module module)
    {
        if (_names.TryGetValue(module, out var name) || _unregistered.TryGetValue(module, out name))
        {
            return name;
        }

        name = $"{module.GetType().Name}_{_unregistered.Count}";
        _unregistered.Add(module, name);
        AddHeld(module, name);
        return name;
    }

    public bool IsRegistered(nn.Module module) => _names.ContainsKey(module);

    /// <summary>The parameter or buffer that a tensor is, and the modules that have it; null when it is none.</summary>
    public (string Name, Tensor Tensor, IReadOnlyList<nn.Module> Owners)? Held(Tensor tensor)
    {
        var matches = _held.Where(held => ReferenceEquals(held.Tensor, tensor)).ToList();
        if (matches.Count == 0 && TensorStorage.Of(tensor) is { } storage)
        {
            matches = _held.Where(held => held.Storage is { } known && known.IsSame(storage)).ToList();
        }

        return matches.Count == 0 ? null : (matches[0].Name, matches[0].Tensor, [.. matches.Select(static held => held.Owner)]);
    }

    /// <summary>Other modules whose parameters are the same memory as one of this module's.</summary>
    public IEnumerable<(nn.Module Other, string Reason)> Sharing(nn.Module module)
        => from own in _held.Where(held => ReferenceEquals(held.Owner, module) && held.Storage is not null)
           from other in _held.Where(held => !ReferenceEquals(held.Owner, module) && held.Storage?.Address == own.Storage!.Address)
           select (other.Owner, $"'{own.Name}' and '{other.Name}' are the same weights");

    private void Add(nn.Module module, string name)
    {
        if (_names.TryAdd(module, name))
        {
            AddHeld(module, name);
        }
    }

    private void AddHeld(nn.Module module, string name)
    {
        var prefix = name.Length == 0 ? name : $"{name}.";
        foreach (var (own, parameter) in module.named_parameters(recurse: false))
        {
            _held.Add(($"{prefix}{own}", parameter, module, TensorStorage.Of(parameter)));
        }

        foreach (var (own, buffer) in module.named_buffers(recurse: false))
        {
            if (buffer is not null)
            {
                _held.Add(($"{prefix}{own}", buffer, module, TensorStorage.Of(buffer)));
            }
        }
    }
}
