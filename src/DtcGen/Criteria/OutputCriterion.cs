using DtcGen.Calibrating;
using static TorchSharp.torch;

namespace DtcGen.Criteria;

/// <summary>
/// What the layers behind a group lose: neurons leave one after the other, each time the one without which these layers, refitted by
/// least squares, stay nearest to what they computed on the batches (optimal brain surgeon, Hassibi and Stork 1993, for whole neurons). A
/// neuron's score is what has been lost when it leaves, as a share of the layers' outputs (squares); the lowest leave.
/// </summary>
/// <param name="ridge">How hard weights are held to what they were; as <see cref="Reconstruction.Ridge"/>.</param>
/// <remarks>
/// The updates are exact, of rank one where a neuron is one input. For n inputs of a layer (channels times window) it takes
/// memory for n² numbers, and time for n² times as many as there are neurons.
/// </remarks>
public sealed class OutputCriterion(double ridge = Reconstruction.DefaultRidge) : ICriterion
{
    /// <inheritdoc/>
    public string Name => "output";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.Products;

    /// <inheritdoc/>
    public bool ComparesGroups => true;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A layer behind the group is of a kind that is not refitted.</exception>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var data = context.NeedData(this);
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        var layers = context.Parts
            .Where(static part => part.Member.Role == NeuronRole.Consumer)
            .GroupBy(static part => part.Module, ReferenceEqualityComparer.Instance)
            .Select(parts => Layer(data.Inputs[parts.First().Module], [.. parts]))
            .ToArray();
        var scores = new double[context.Neurons];
        var lost = 0.0;
        var present = zeros(context.Neurons, ScalarType.Float64);
        for (var left = 0; left < scores.Length; left++)
        {
            using var step = NewDisposeScope();
            var costs = layers.Select(static layer => (layer.Removal.Costs() * layer.Scale).cpu())
                .Aggregate(static (sum, cost) => sum + cost);
            var next = (costs + present).argmin().item<long>();
            lost += Math.Max(0, costs[next].item<double>());
            scores[next] = lost;
            present[next] = double.PositiveInfinity;
            foreach (var (removal, _) in layers)
            {
                removal.Remove(next);
            }
        }

        return new NeuronScores(scores, ClippedSide.Lowest);
    }

    private (GreedyRemoval Removal, double Scale) Layer(LayerInputs inputs, NeuronPart[] parts)
    {
        if (inputs.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"Layer '{inputs.Name}': {refusal}, so what it loses cannot be told. Take another criterion.");
        }

        // Each input channel is as many entries of a row as the window has places.
        var window = inputs.Products.shape[1] / parts[0].Values.shape[1];
        var entries = cat([.. parts.Select(static part => part.Entries)], 1);
        var places = (entries.unsqueeze(2) * window) + arange(window, ScalarType.Int64, entries.device);
        var weight = LayerWindows.Weight(inputs.Layer, Runtime.WideNumbers.Of(inputs.Weight));
        var all = RidgeFit.Energy(inputs.Gram, weight);
        return (
            new GreedyRemoval(inputs.Regularised(ridge), weight, places.reshape(entries.shape[0], -1)),
            all > 0 ? 1 / all : 1);
    }
}
