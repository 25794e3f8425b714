using static TorchSharp.torch;

namespace DtcGen.SparseTraining;

/// <summary>
/// The group lasso over neurons (Yuan and Lin 2006; structured sparsity learning, Wen et al. 2016, arXiv 1608.03665): Σ √p·‖w‖₂ with the
/// p weights w of a neuron in all layers of its group, in, out and scales. It drives whole neurons to zero. A neuron that is zero has the
/// gradient zero.
/// </summary>
public sealed class GroupLasso : NeuronPenalty
{
    /// <summary>Makes the term.</summary>
    /// <param name="model">A model of a class marked <see cref="DualTomographicAttribute"/>; one that must be recorded has been.</param>
    /// <exception cref="ArgumentException">No neuron of the model can leave.</exception>
    /// <exception cref="NotSupportedException">The model's clip is written by hand.</exception>
    public GroupLasso(IDualTomographic model)
        : base(model)
    {
    }

    /// <inheritdoc/>
    private protected override Tensor Of(int group, Tensor[] weights)
    {
        // The norm of norms: libtorch's own has the gradient zero at zero, the root of a sum of squares has none.
        var norms = stack(weights.Select(weight => linalg.vector_norm(weight, 2, [1]).to(weights[0].device)));
        return linalg.vector_norm(norms, 2, [0]).sum().mul(Math.Sqrt(weights.Sum(static weight => weight.shape[1])));
    }
}
