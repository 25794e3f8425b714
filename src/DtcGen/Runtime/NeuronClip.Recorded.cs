using DtcGen.Generators.Grouping;
using DtcGen.Recording;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

public sealed partial class NeuronClip
{
    // A recording tells one layer in two fields from two layers that share a weight, whose neurons stay.
    private bool _isRecorded;

    /// <summary>Cuts a layer of a recorded model, which stays the object that it is.</summary>
    /// <param name="name">The layer's name, for errors.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="role">What of it belongs to the group's neurons.</param>
    /// <param name="layout">How the neurons lie in it.</param>
    internal void Cut(string name, nn.Module layer, Role role, NeuronLayout layout)
    {
        _isRecorded = true;
        switch (layer)
        {
            case Linear linear when role == Role.Producer:
                Outputs(name, linear, layout);
                break;
            case Linear linear:
                Inputs(name, linear, layout);
                break;
            case Embedding embedding:
                Outputs(name, embedding, layout);
                break;
            case PReLU slopes:
                Slopes(name, slopes, layout);
                break;
            case Convolution { transposed: true } transposed:
                CutTransposed(name, transposed, isOutput: role == Role.Producer, layout);
                break;
            case Convolution convolution when role == Role.Producer:
                Outputs(name, convolution, layout);
                break;
            case Convolution convolution when role == Role.Consumer:
                Inputs(name, convolution, layout);
                break;
            case Convolution convolution:
                Depthwise(name, convolution, layout);
                break;
            case NormBase norm:
                Normalised(name, norm, layout);
                break;
            default:
                throw new NotSupportedException($"A {layer.GetType().Name} cannot be clipped.");
        }
    }

    // Its weight has the inputs first.
    private void CutTransposed(string name, Convolution layer, bool isOutput, NeuronLayout layout)
    {
        _ = LayerSizes.InputChannels(layer) + LayerSizes.OutputChannels(layer);
        Cut(name, nameof(layer.weight), layer.weight, isOutput ? 1 : 0, layout);
        if (isOutput)
        {
            Cut(name, nameof(layer.bias), layer.bias, 0, layout);
        }

        _sizes.Add(
            () => (LayerSizes.InputChannels(layer), LayerSizes.OutputChannels(layer)) = (layer.weight.shape[0], layer.weight.shape[1]));
    }
}
