using DtcGen.Calibrating;
using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen.Criteria;

/// <summary>What a criterion may look at.</summary>
/// <param name="Model">The model, for criteria that need other sums than <paramref name="Sums"/>.</param>
/// <param name="Group">The group to be scored.</param>
/// <param name="Sums">The signed weight sums on either side of each neuron; all finite.</param>
/// <param name="Cycle">The cycle, from 0.</param>
public sealed record CriterionContext(IDualTomographic Model, NeuronGroup Group, RaySums Sums, int Cycle)
{
    private IReadOnlyList<NeuronPart>? _parts;

    /// <summary>
    /// What the layers hold for the group's neurons, in forward order: for criteria that look at each layer by itself.
    /// </summary>
    /// <exception cref="NotSupportedException">The model's clip is written by hand.</exception>
    public IReadOnlyList<NeuronPart> Parts => _parts ??= NeuronParts.Of(Model, Group);

    /// <summary>What was gathered on batches, as <see cref="ICriterion.Needs"/> asked for; null without.</summary>
    internal GatheredData? Data { get; init; }

    /// <summary>How many neurons the group has.</summary>
    public int Neurons => Sums.Previous.Length;

    /// <summary>Reads a group's weight sums from its model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="group">One of its groups.</param>
    /// <param name="cycle">The cycle, from 0.</param>
    /// <exception cref="NonFiniteWeightsException">A weight of the group is NaN or infinite.</exception>
    public static CriterionContext Read(IDualTomographic model, NeuronGroup group, int cycle = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(group);
        var sums = model.SumRays(group);
        NonFiniteWeightsException.ThrowIfAny(sums, group);
        return new CriterionContext(model, group, sums, cycle);
    }

    /// <summary>
    /// Puts the scores that the neurons have in each of the group's layers together: each layer with a weight is scored, and these
    /// scores are combined.
    /// </summary>
    /// <param name="combination">How.</param>
    /// <param name="score">From what a layer's weight holds for the neurons, a number for each; null leaves the layer out.</param>
    /// <exception cref="InvalidOperationException">Every layer was left out.</exception>
    public double[] Combine(Combination combination, Func<NeuronPart, Tensor?> score)
    {
        ArgumentNullException.ThrowIfNull(score);
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        Tensor[] scores = [.. Parts.Where(static part => part.IsWeight).Select(score).OfType<Tensor>().Select(WideNumbers.Of)];
        if (scores.Length == 0)
        {
            throw new InvalidOperationException(
                $"Neuron group '{Group.Name}' has no layer that this criterion can score: {string.Join(", ", Group.Members.Select(static member => member.Layer))}.");
        }

        // A group's layers may live on several devices.
        var all = stack(scores.Select(static one => one.cpu()));
        return WideNumbers.ToHost(combination switch
        {
            Combination.Mean => all.mean([0]),
            Combination.Sum => all.sum([0]),
            Combination.Max => all.amax([0]),
            Combination.First => all[0],
            _ => throw new ArgumentOutOfRangeException(nameof(combination), combination, "There is no such combination."),
        });
    }

    /// <summary>What was gathered on batches, for a criterion that cannot do without.</summary>
    /// <exception cref="InvalidOperationException">Nothing was gathered.</exception>
    internal GatheredData NeedData(ICriterion criterion)
        => Data ?? throw new InvalidOperationException(
            $"The criterion '{criterion.Name}' looks at {criterion.Needs.ToString().ToLowerInvariant()}, and no batches were given: "
            + $"set {nameof(PruneOptions)}.{nameof(PruneOptions.Calibration)}, and prune by {nameof(Pruning)}.{nameof(Pruning.Run)}.");
}
