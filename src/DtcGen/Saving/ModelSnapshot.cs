using DtcGen.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Saving;

/// <summary>A model as it is before clips, which can be undone. Costs no copy: a clip leaves the old entries where they are.</summary>
internal sealed class ModelSnapshot
{
    private readonly nn.Module _model;
    private readonly Dictionary<string, Tensor> _entries = new(StringComparer.Ordinal);
    private readonly List<Action> _undo = [];

    /// <summary>Keeps what clips change, for as long as the dispose scope around it is open.</summary>
    /// <param name="model">The model.</param>
    public ModelSnapshot(nn.Module model)
    {
        _model = model;
        _undo.Add(ClipHistory.Keep(model));
        foreach (var (name, tensor) in Listed())
        {
            _entries[name] = tensor.detach();
        }

        foreach (var (_, module) in ModelTensors.Modules(model))
        {
            if (module is Embedding { weight: { } table } embedding)
            {
                // What it lists may be another tensor than the one that it computes with, or none.
                var entries = table.detach();
                _undo.Add(() => embedding.weight!.set_(entries));
            }
            else if (LayerSizes.Keep(module) is { } sizes)
            {
                _undo.Add(sizes);
            }
        }
    }

    /// <summary>Makes the model what it was, without gradients.</summary>
    public void Restore()
    {
        using var guard = no_grad();

        // By name: a clip that is written by hand may have put another tensor in a parameter's place.
        foreach (var (name, tensor) in Listed())
        {
            if (_entries.TryGetValue(name, out var entries))
            {
                tensor.grad = null;
                tensor.set_(entries);
            }
        }

        foreach (var undo in _undo)
        {
            undo();
        }
    }

    private IEnumerable<(string Name, Tensor Tensor)> Listed() => ModelTensors.Of(_model).Where(static item => !item.Tensor.IsInvalid);
}
