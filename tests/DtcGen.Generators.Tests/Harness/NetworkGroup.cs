namespace DtcGen.Generators.Tests.Harness;

/// <summary>A neuron group as a reader of the source sees it.</summary>
/// <param name="Letter">What the network's size calls its number of neurons.</param>
/// <param name="Count">How many neurons.</param>
/// <param name="Unit">What each of them is: a neuron, a channel, a head.</param>
/// <param name="Members">A layer that makes them (<c>fc1&gt;</c>), has something for each (<c>norm=</c>), or takes them
/// (<c>fc2&lt;</c>), in forward order.</param>
/// <param name="By">Where they are taken.</param>
internal sealed record NetworkGroup(string Letter, long Count, string Unit, string Members, IReadOnlyList<Taken> By)
{
    /// <summary>The first layer that makes the neurons.</summary>
    public string Name => Members[..Members.IndexOf('>', StringComparison.Ordinal)];

    /// <summary>A group's members as the model lists them, in the same words.</summary>
    public static string MembersOf(NeuronGroup group)
        => string.Join(' ', group.Members.Select(static member => member.Layer + member.Role switch
        {
            NeuronRole.Producer => ">",
            NeuronRole.PerNeuron => "=",
            _ => "<",
        }));
}
