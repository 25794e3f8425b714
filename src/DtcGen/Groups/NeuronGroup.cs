namespace DtcGen;

/// <summary>
/// Neurons that leave together: position i of every member is the same neuron. In a plain network these
/// are the neurons between two adjacent layers; a residual connection couples more layers into one group.
/// </summary>
/// <param name="Index">The place of the group in <see cref="IDualTomographic.Groups"/>.</param>
/// <param name="Name">The name of the first layer, in forward order, that produces these neurons.</param>
/// <param name="Members">Every layer that must be clipped with the group, in forward order.</param>
public sealed record NeuronGroup(int Index, string Name, IReadOnlyList<NeuronGroupMember> Members)
{
    private readonly NeuronCounter? _counter;

    /// <summary>What tells how many neurons there are: the layer that names the group, unless another is given.</summary>
    public NeuronCounter Counter
    {
        get => _counter ?? new NeuronCounter(Name, 1);
        init => _counter = value;
    }
}
