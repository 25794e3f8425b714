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

    /// <summary>As <c>conv1: made by conv1 and conv3, with norm1, taken by conv2</c>.</summary>
    public override string ToString() => $"{Name}: " + string.Join(
        ", ",
        new[] { Said("made by", NeuronRole.Producer), Said("with", NeuronRole.PerNeuron), Said("taken by", NeuronRole.Consumer) }
            .OfType<string>());

    private string? Said(string what, NeuronRole role)
    {
        var layers = Members.Where(member => member.Role == role).Select(static member => member.Layer).Distinct().ToArray();
        return layers.Length == 0 ? null : $"{what} {string.Join(" and ", layers)}";
    }
}
