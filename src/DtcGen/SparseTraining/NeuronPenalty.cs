using static TorchSharp.torch;

namespace DtcGen.SparseTraining;

/// <summary>
/// A term for the loss of any training loop that drives neurons towards zero before they are clipped. It follows the model: after a clip
/// it takes the neurons that are left.
/// </summary>
public abstract class NeuronPenalty : IDisposable
{
    private readonly IDualTomographic _model;

    private protected NeuronPenalty(IDualTomographic model, Func<NeuronPart, bool>? takes = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        Weights = new NeuronWeights(model, takes ?? (static _ => true));
    }

    /// <summary>The weights of the model's neurons.</summary>
    private protected NeuronWeights Weights { get; }

    /// <summary>
    /// The term as the model is now: a scalar that gradients flow through, in the dispose scope that this is called in. Multiply it by a
    /// factor, and add it to the loss.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another thread uses the model.</exception>
    public Tensor Value()
    {
        using var scope = NewDisposeScope();
        Prepare();
        Tensor? sum = null;
        for (var group = 0; group < _model.Groups.Count; group++)
        {
            if (Weights.Of(group) is { Length: > 0 } weights && Of(group, weights) is { } term)
            {
                // A model's layers may live on several devices.
                sum = sum is null ? term : sum.add(term.to(sum.device));
            }
        }

        return sum!.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Weights.Dispose();
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Follows the model, before the term is computed.</summary>
    private protected virtual void Prepare() => Weights.Refresh();

    /// <summary>The term of a group.</summary>
    /// <param name="group">The group's number.</param>
    /// <param name="weights">Its weights, each of shape (neurons, what each has).</param>
    private protected abstract Tensor Of(int group, Tensor[] weights);

    /// <summary>Releases what else it keeps.</summary>
    private protected virtual void Release()
    {
    }

    /// <summary>Adds up what the layers of a group have for each neuron, on the first one's device.</summary>
    /// <param name="perLayer">Of each layer, shape (neurons).</param>
    private protected static Tensor Sum(IEnumerable<Tensor> perLayer)
        => perLayer.Aggregate(static (sum, next) => sum.add(next.to(sum.device)));
}
