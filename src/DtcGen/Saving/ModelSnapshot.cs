using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen.Saving;

/// <summary>A model as it is before clips, which can be undone. Costs no copy: a clip leaves the old entries where they are.</summary>
internal sealed class ModelSnapshot
{
    private readonly List<Action> _undo = [];

    /// <summary>Keeps what clips change, for as long as the dispose scope around it is open.</summary>
    /// <param name="model">The model.</param>
    public ModelSnapshot(nn.Module model)
    {
        foreach (var (_, tensor) in ModelTensors.Of(model))
        {
            var entries = tensor.detach();
            _undo.Add(() => tensor.set_(entries));
        }

        _undo.AddRange(ModelTensors.Modules(model).Select(static item => LayerSizes.Keep(item.Module)).OfType<Action>());
    }

    /// <summary>Makes the model what it was, without gradients.</summary>
    public void Restore()
    {
        foreach (var undo in _undo)
        {
            undo();
        }
    }
}
