using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>What was gathered of a model on batches.</summary>
internal sealed class GatheredData
{
    /// <summary>The inputs of each layer that takes neurons of a group.</summary>
    public Dictionary<nn.Module, LayerInputs> Inputs { get; } = new(ReferenceEqualityComparer.Instance as IEqualityComparer<nn.Module>);

    /// <summary>The mean gradient of each weight and its mean square, by the weight's memory.</summary>
    public Dictionary<nint, (Tensor Mean, Tensor Square)> Gradients { get; } = [];

    /// <summary>Hutchinson's estimate of the diagonal of the loss's Hessian, by the weight's memory.</summary>
    public Dictionary<nint, Tensor> Curvatures { get; } = [];

    /// <summary>Hutchinson's estimate for a layer's weight.</summary>
    public Tensor Curvature(NeuronPart part) => Curvatures[TensorMemory.Of(part.Values)];

    /// <summary>The mean gradient of a layer's weight.</summary>
    public Tensor Gradient(NeuronPart part) => Gradients[TensorMemory.Of(part.Values)].Mean;

    /// <summary>The mean square of the gradients of a layer's weight.</summary>
    public Tensor SquaredGradient(NeuronPart part) => Gradients[TensorMemory.Of(part.Values)].Square;

    /// <summary>A number for each of a layer's input channels, by neurons; the mean where a neuron is several of them.</summary>
    /// <param name="part">A layer's part in a group.</param>
    /// <param name="numbers">Of the inputs, a number for each channel.</param>
    /// <returns>Null for a layer that does not take the neurons.</returns>
    public Tensor? PerNeuron(NeuronPart part, Func<LayerInputs, Tensor> numbers)
    {
        if (part.Member.Role != NeuronRole.Consumer)
        {
            return null;
        }

        if (Inputs[part.Module].Unseen is { } unseen)
        {
            throw new InvalidOperationException($"What layer '{part.Member.Layer}' takes is not known: {unseen}.");
        }

        // In a convolution of groups, each group takes the neurons.
        var channels = numbers(Inputs[part.Module]).reshape(-1, part.Values.shape[part.Dimension]).mean([0]);
        var entries = part.Entries;
        return channels.index_select(0, entries.flatten()).reshape(entries.shape).mean([1]);
    }
}
