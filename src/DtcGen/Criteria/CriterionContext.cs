namespace DtcGen.Criteria;

/// <summary>What a criterion may look at.</summary>
/// <param name="Model">The model, for criteria that need other sums than <paramref name="Sums"/>.</param>
/// <param name="Group">The group to be scored.</param>
/// <param name="Sums">The signed weight sums on either side of each neuron; all finite.</param>
/// <param name="Cycle">The cycle, from 0.</param>
public sealed record CriterionContext(IDualTomographic Model, NeuronGroup Group, RaySums Sums, int Cycle)
{
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
}
