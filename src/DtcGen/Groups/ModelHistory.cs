using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen;

/// <summary>Which neurons a model has kept.</summary>
public static class ModelHistory
{
    /// <summary>
    /// What became of each neuron group since the model was made. Clips are remembered with the model object, whoever asked for them;
    /// <see cref="PrunedModel.SavePruned"/> and <see cref="Training.CompressCheckpoint"/>
    /// keep it in their files.
    /// </summary>
    /// <param name="model">A model whose <c>Clip</c> is a generated one; a model that must be recorded has been.</param>
    /// <returns>An entry for each group, in the model's order.</returns>
    public static IReadOnlyList<GroupHistory> History(this IDualTomographic model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.Groups.Select(group => ClipHistory.Of((nn.Module)model, group.Name, checked((int)model.CountNeurons(group))))];
    }
}
