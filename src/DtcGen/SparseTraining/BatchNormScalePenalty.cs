using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.SparseTraining;

/// <summary>
/// The sum of magnitudes of the scales of batch normalisations (network slimming, Liu et al. 2017, arXiv 1708.06519), of the neurons that
/// can leave. <see cref="Criteria.BatchNormScaleCriterion"/> then says which do.
/// </summary>
public sealed class BatchNormScalePenalty : NeuronPenalty
{
    /// <summary>Makes the term.</summary>
    /// <param name="model">A model of a class marked <see cref="DualTomographicAttribute"/>; one that must be recorded has been.</param>
    /// <exception cref="ArgumentException">
    /// No neuron of the model can leave, or none has a batch normalisation with scales.
    /// </exception>
    /// <exception cref="NotSupportedException">The model's clip is written by hand.</exception>
    public BatchNormScalePenalty(IDualTomographic model)
        : base(model, static part => part.Module is BatchNorm)
    {
        if (!Weights.Any)
        {
            throw new ArgumentException("No batch normalisation with scales belongs to neurons that can leave.", nameof(model));
        }
    }

    /// <inheritdoc/>
    private protected override Tensor Of(int group, Tensor[] weights) => Sum(weights.Select(static scales => scales.abs().sum()));
}
